import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { expanded, expectExactly } from "../exact/exact";
import {
  type Happening,
  offline,
  type Plan,
  type State,
  type Terraform,
  terraform,
  type Values,
} from "../terraform/terraform";

/** The folder of the examples in HCL. */
export const examples = join(__dirname, "../../examples/hcl");

/** What the examples are given that use a cluster and a bucket which are there already. */
export const vars = {
  bucket_name: "my-datasets",
  cluster_name: "prod",
  region: "us-west-2",
  subnet_ids: ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"],
};

/** The security group of that cluster's nodes. */
const nodes = "sg-0f1e2d3c4b5a69788";

/** The network of that cluster. */
export const vpc = "vpc-0a1b2c3d4e5f60718";
const subnets = [...vars.subnet_ids, "subnet-2a3b4c5d6e7f80910"];

/** The cluster and its subnets, each in a zone of its own but for a public one beside the first. */
export function existing(region: string): Readonly<Record<string, readonly Values[]>> {
  // Real providers have no objects that only a test declares.
  if (!offline) return {};
  const cluster = {
    name: vars.cluster_name,
    region,
    role_arn: "arn:aws:iam::123456789012:role/cluster",
    vpc_config: [{ cluster_security_group_id: nodes, subnet_ids: subnets, vpc_id: vpc }],
  };
  return {
    aws_eks_cluster: [cluster],
    aws_subnet: ["a", "b", "a"].map((zone, index) => ({
      id: subnets[index],
      region,
      availability_zone: `${region}${zone}`,
      cidr_block: `10.0.${index}.0/24`,
      vpc_id: vpc,
    })),
  };
}

/**
 * An example. That for GraphScope makes its cluster and bucket itself.
 *
 * @param given further inputs, or others than those of `vars`
 */
export function example(name: string, region: string, given: object = {}): Terraform {
  const folder = join(examples, name);
  const { cluster_name } = vars;
  if (name === "graphscope") {
    const public_access_cidrs = ["203.0.113.0/24"];
    return terraform(folder, { vars: { region, cluster_name, public_access_cidrs } });
  }
  return terraform(folder, { vars: { ...vars, ...given, region }, existing: existing(region) });
}

/** What was seen of an example. */
export class Seen {
  /** The plan of an example that was not applied yet. */
  plan!: Plan;
  /** What exists after its apply. */
  state!: State;
  /** What its apply did, in order. */
  history!: readonly Happening[];

  /** How the root is written. */
  get written(): Values {
    return (this.plan.json.configuration as Values).root_module;
  }

  /** How a resource is written. */
  resource(address: string): Values {
    return this.written.resources.find((resource: Values) => resource.address === address);
  }

  /** The values of all resources whose address begins so. */
  all(address: string): Values[] {
    const found = [...this.state.resources].filter(([name]) => name.startsWith(address));
    return found.map(([, values]) => values);
  }

  /**
   * The place of a creation in the order of the apply.
   *
   * @param id how `terraform import` calls the object, or how that begins
   */
  place(type: string, id = ""): number {
    const found = this.history.findIndex(
      (it) => it.action === "create" && it.type === type && it.id.startsWith(id),
    );
    if (found < 0) throw new Error(`no ${type} ${id} was made`);
    return found;
  }
}

/**
 * Asks of an example what is asked of each.
 *
 * @param name The example's folder.
 * @returns what was seen, once the tests run: with real providers nothing, for they would make
 *   real things.
 */
export function isComplete(name: string, root: Terraform): Seen {
  const seen = new Seen();

  beforeAll(async () => {
    if (!offline) return;
    seen.plan = await root.plan();
    seen.state = await root.applyPlanned(seen.plan);
    seen.history = root.history;
  });

  it("is valid, without a warning", async () => {
    expect(await root.validate()).toEqual([]);
  });

  it.runIf(offline)(
    "is planned with nothing known but its inputs, and done by one apply",
    async () => {
      expect(seen.plan.warnings).toEqual([]);
      expect(new Set(Object.values(seen.plan.actions))).toEqual(new Set(["create"]));
      expect((await root.plan()).isEmpty).toBe(true);
    },
  );

  it.runIf(offline)(
    "gives these permissions, to these principals, and opens these ports, and no others",
    () => expectExactly(`examples/${name}`, permissionsOf(seen)),
  );

  return seen;
}

/** The types that say who may do what, or reach whom. */
const permitting =
  /(^|\.)aws_(iam_|(vpc_)?security_group|eks_access_|eks_pod_identity_|launch_template|kms_|s3_bucket_policy|s3_bucket_public_access_block)/;

/** What AWS says of an object besides what it was told. */
const computed =
  /^((association_|security_group_rule_|unique_|owner_)?id|(association_)?arn|create_date|tags_all)$/;

/**
 * The resources that permit something, with all that each is told. Those of a module of this
 * repository stand in `exact/modules`: of its call it has what an identity is given.
 */
function permissionsOf({ state, written }: Seen): Values {
  const says = (value: unknown) => ![null, false, ""].includes(value as null) && !isEmpty(value);
  const ours = Object.entries<Values>(written.module_calls ?? {}).filter(([, { source }]) =>
    source.includes("/modules/csi/"),
  );
  const isOurs = (address: string) => ours.some(([name]) => address.startsWith(`module.${name}.`));
  const own = [...state.resources].filter(
    ([address]) => permitting.test(address) && !isOurs(address),
  );
  return expanded({
    ...Object.fromEntries(
      ours
        .filter(([, { source }]) => source.endsWith("-identity"))
        .map(([name, { expressions }]) => [`module.${name}`, expressions]),
    ),
    ...Object.fromEntries(
      own.map(([address, values]) => [
        address,
        Object.fromEntries(
          Object.entries(values).filter(([name, value]) => !computed.test(name) && says(value)),
        ),
      ]),
    ),
  });
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && Object.keys(value ?? {}).length === 0;
}
