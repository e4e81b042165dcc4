import { beforeAll, describe, expect, it } from "vitest";
import { offline, type Plan, type State, terraform } from "../terraform/terraform";

/** How each version of the helm provider is told a cluster. */
const cluster = {
  v2: (context: string) => `kubernetes {\n    config_context = "${context}"\n  }`,
  v3: (context: string) => `kubernetes = {\n    config_context = "${context}"\n  }`,
};

/** Two clusters in two regions, each with both modules, and a file system far from the provider. */
const rootWith = (helm: "v2" | "v3") => `
provider "aws" {
  region = "ap-south-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

provider "aws" {
  alias  = "east"
  region = "us-east-1"
}

provider "helm" {}

provider "helm" {
  alias = "west"

  ${cluster[helm]("west")}
}

provider "helm" {
  alias = "east"

  ${cluster[helm]("east")}
}

module "efs_west" {
  source    = "./modules/csi/efs"
  providers = { aws = aws.west, helm = helm.west }

  aws_region        = "us-west-2"
  cluster_name      = "west"
  subnet_ids        = ["subnet-11111111"]
  security_group_id = "sg-11111111"
}

module "efs_east" {
  source    = "./modules/csi/efs"
  providers = { aws = aws.east, helm = helm.east }

  aws_region        = "us-east-1"
  cluster_name      = "east"
  subnet_ids        = ["subnet-22222222"]
  security_group_id = "sg-22222222"
}

module "s3_west" {
  source    = "./modules/csi/s3-mountpoint"
  providers = { helm = helm.west }

  aws_region  = "us-west-2"
  bucket_name = "west-bucket"
}

module "s3_east" {
  source    = "./modules/csi/s3-mountpoint"
  providers = { helm = helm.east }

  aws_region  = "us-east-1"
  bucket_name = "east-bucket"
}

module "efs_elsewhere" {
  source = "./modules/csi/efs"

  aws_region        = "eu-central-1"
  cluster_name      = "elsewhere"
  subnet_ids        = ["subnet-33333333"]
  security_group_id = "sg-33333333"
}
`;

describe.each(["v2", "v3"] as const)("two of everything, with the helm provider %s", (helm) => {
  let plan: Plan;

  beforeAll(async () => {
    plan = await terraform({ "main.tf": rootWith(helm) }, { helm }).plan();
  });

  /** The configurations of the providers, but Terraform's own, that a module's resources are created by. */
  const providersOf = (module: string) => {
    // biome-ignore lint/suspicious/noExplicitAny: the plan's JSON.
    const calls = (plan.json.configuration as any).root_module.module_calls;
    // biome-ignore lint/suspicious/noExplicitAny: the plan's JSON.
    const resources: any[] = calls[module].module.resources;
    const keys = resources
      .filter(({ type }) => type !== "terraform_data")
      .map(({ provider_config_key: key }) => key);
    return [...new Set(keys)].sort();
  };

  const regionsOf = (module: string) => {
    const changes = [...plan.changes.values()].filter(
      ({ address }) => address.startsWith(`module.${module}.`) && address.includes(".aws_"),
    );
    return changes.map(({ after }) => after?.region);
  };

  it("is planned without a warning, and only creates", () => {
    expect(plan.warnings).toEqual([]);
    expect(new Set(Object.values(plan.actions))).toEqual(new Set(["create"]));
    expect(plan.changes.size).toBe(3 * 6 + 2 * 3);
  });

  it.each(["west", "east"])("uses the providers it is given: %s", (alias) => {
    expect(providersOf(`efs_${alias}`)).toEqual([`aws.${alias}`, `helm.${alias}`]);
    expect(providersOf(`s3_${alias}`)).toEqual([`helm.${alias}`]);
  });

  it("puts every AWS resource into aws_region, whatever the provider's region", () => {
    expect(regionsOf("efs_west")).toEqual(Array(4).fill("us-west-2"));
    expect(regionsOf("efs_east")).toEqual(Array(4).fill("us-east-1"));
    expect(regionsOf("efs_elsewhere")).toEqual(Array(4).fill("eu-central-1"));
  });
});

describe.runIf(offline)("two of everything, once applied", () => {
  const root = terraform({ "main.tf": rootWith("v3") });
  let state: State;

  beforeAll(async () => {
    state = await root.apply();
  });

  it("has nothing left to do", async () => {
    expect((await root.plan()).isEmpty).toBe(true);
  });

  it("has a file system of its own for each call", () => {
    const ids = ["west", "east", "elsewhere"].map(
      (name) => state.values(`module.efs_${name}.aws_efs_file_system.this`).id,
    );
    expect(new Set(ids).size).toBe(3);
  });

  it("leaves nothing behind when it is destroyed", async () => {
    expect((await root.destroy()).resources.size).toBe(0);
    const done = (action: string) =>
      root.history
        .filter((happening) => happening.action === action)
        .map(({ type, id }) => `${type} ${id}`)
        .sort();
    expect(done("delete")).toEqual(done("create"));
  });
});
