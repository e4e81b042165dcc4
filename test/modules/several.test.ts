import { beforeAll, describe, expect, it } from "vitest";
import { offline, type Plan, terraform, type Values } from "../terraform/terraform";

type Helm = "v2" | "v3";

/** How each version of the helm provider is told a cluster. */
const cluster = (helm: Helm, context: string) =>
  `kubernetes ${helm === "v3" ? "= " : ""}{\n    config_context = "${context}"\n  }`;

const providers = (helm: Helm, alias: string, region: string) => `
provider "aws" {
  alias  = "${alias}"
  region = "${region}"
}

provider "helm" {
  alias = "${alias}"

  ${cluster(helm, alias)}
}
`;

const efs = (name: string, region: string, given = "") => `
module "efs_${name}" {
  source = "./modules/csi/efs"
  ${given}

  aws_region        = "${region}"
  cluster_name      = "${name}"
  subnet_ids        = ["subnet-11111111"]
  security_group_id = "sg-11111111"
}
`;

const s3 = (name: string, region: string) => `
module "s3_${name}" {
  source    = "./modules/csi/s3-mountpoint"
  providers = { helm = helm.${name} }

  aws_region  = "${region}"
  bucket_name = "${name}-bucket"
}
`;

const regions = { west: "us-west-2", east: "us-east-1" };

/** Two clusters in two regions, each with both modules, and a file system far from the provider. */
const rootWith = (helm: Helm) => ({
  "main.tf": [
    'provider "aws" {\n  region = "ap-south-1"\n}\n',
    ...Object.entries(regions).flatMap(([name, region]) => [
      providers(helm, name, region),
      efs(name, region, `providers = { aws = aws.${name}, helm = helm.${name} }`),
      s3(name, region),
    ]),
    efs("elsewhere", "eu-central-1"),
  ].join(""),
});

describe.each(["v2", "v3"] as const)("two clusters in one root, with helm provider %s", (helm) => {
  let plan: Plan;

  beforeAll(async () => {
    plan = await terraform(rootWith(helm), { helm }).plan();
  });

  it.each(Object.keys(regions))("get what is made by the providers given: %s", (alias) => {
    const { root_module: configuration } = plan.json.configuration as Values;
    for (const [call, used] of Object.entries({ efs: ["aws", "helm"], s3: ["helm"] })) {
      const { resources } = configuration.module_calls[`${call}_${alias}`].module;
      const keys = resources
        .filter(({ type }: Values) => type !== "terraform_data")
        .map(({ provider_config_key: key }: Values) => key);
      expect([...new Set(keys)].sort()).toEqual(used.map((name) => `${name}.${alias}`));
    }
  });

  it("have every AWS resource in aws_region, whatever the provider's region", () => {
    expect(plan.warnings).toEqual([]);
    for (const [name, region] of Object.entries({ ...regions, elsewhere: "eu-central-1" })) {
      const made = [...plan.changes.values()].filter(({ address }) =>
        address.startsWith(`module.efs_${name}.aws_`),
      );
      expect(made.map(({ after }) => after?.region)).toEqual(Array(4).fill(region));
    }
  });
});

it.runIf(offline)(
  "two clusters, once applied, have a file system each and nothing left to do",
  async () => {
    const root = terraform(rootWith("v3"));
    const { resources } = await root.apply();
    const systems = [...resources].filter(([address]) => address.includes("file_system.this"));
    expect(new Set(systems.map(([, { id }]) => id)).size).toBe(3);
    expect((await root.plan()).isEmpty).toBe(true);
  },
);
