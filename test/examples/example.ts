import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
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

const cluster = {
  name: vars.cluster_name,
  region: vars.region,
  role_arn: "arn:aws:iam::123456789012:role/cluster",
  vpc_config: [
    {
      cluster_security_group_id: nodes,
      subnet_ids: subnets,
      vpc_id: vpc,
    },
  ],
};

/** The cluster and its subnets, each in a zone of its own but for a public one beside the first. */
export const existing: Readonly<Record<string, readonly Values[]>> = {
  aws_eks_cluster: [cluster],
  aws_subnet: ["a", "b", "a"].map((zone, index) => ({
    id: subnets[index],
    region: vars.region,
    availability_zone: `${vars.region}${zone}`,
    cidr_block: `10.0.${index}.0/24`,
    vpc_id: vpc,
  })),
};

/** An example. That for GraphScope makes its cluster and bucket itself. */
export function example(name: string): Terraform {
  const folder = join(examples, name);
  const { region, cluster_name } = vars;
  if (name === "graphscope") return terraform(folder, { vars: { region, cluster_name } });
  // Real providers have no objects that only a test declares.
  return terraform(folder, { vars, existing: offline ? existing : {} });
}

const states = new Map<string, Promise<State>>();

/** What exists after the apply of an example, which is applied once for all who only look. */
export function applied(name: string): Promise<State> {
  const state = states.get(name) ?? example(name).apply();
  states.set(name, state);
  return state;
}

/** What the tests of an example look at. */
export interface Seen {
  /** The plan of an example that was not applied yet. */
  readonly plan: Plan;
  /** What exists after its apply. */
  readonly state: State;
  /** What its apply did, in order. */
  readonly history: readonly Happening[];
}

/**
 * Asks of an example what is asked of each.
 *
 * @returns what was seen, once the tests run: with real providers nothing, for they would make
 *   real things.
 */
export function isComplete(root: Terraform): Seen {
  const seen = {} as { -readonly [K in keyof Seen]: Seen[K] };

  beforeAll(async () => {
    if (!offline) return;
    seen.plan = await root.plan();
    seen.state = await root.apply();
    seen.history = root.history;
  });

  it("is formatted and valid, without a warning", async () => {
    expect(await root.fmtCheck()).toBe("");
    expect(await root.validate()).toEqual([]);
  });

  it.runIf(offline)("is planned with nothing known but its inputs, without a warning", () => {
    expect(seen.plan.warnings).toEqual([]);
    expect(new Set(Object.values(seen.plan.actions))).toEqual(new Set(["create"]));
  });

  it.runIf(offline)("has nothing left to do after an apply", async () => {
    expect((await root.plan()).isEmpty).toBe(true);
  });

  return seen;
}

/** Asks of an example that the nodes of the cluster can mount the file system of its module. */
export function letsNodesMount(seen: Seen): void {
  it.runIf(offline)("lets the nodes, and nobody else, reach the mount targets by NFS", () => {
    const target = seen.state.values("module.efs.aws_efs_mount_target.this[0]");
    const rules = [...seen.state.resources].filter(([address]) =>
      address.includes("aws_vpc_security_group_"),
    );
    expect(rules.map(([, rule]) => rule)).toMatchObject([
      {
        security_group_id: target.security_groups[0],
        referenced_security_group_id: nodes,
        cidr_ipv4: null,
        ip_protocol: "tcp",
        from_port: 2049,
        to_port: 2049,
      },
    ]);
  });
}

/** How a resource is written. */
export function configured({ plan }: Seen, address: string): Values {
  const { root_module: root } = plan.json.configuration as Values;
  return root.resources.find((resource: Values) => resource.address === address);
}

/** What a module call waits for, by its `depends_on`. */
export function dependsOn({ plan }: Seen, call: string): readonly string[] {
  const { root_module: root } = plan.json.configuration as Values;
  return root.module_calls[call].depends_on ?? [];
}

/**
 * The place of a creation in the order of the apply.
 *
 * @param id how `terraform import` calls the object, or how that begins
 */
export function place({ history }: Seen, type: string, id = ""): number {
  const found = history.findIndex(
    (happening) =>
      happening.action === "create" && happening.type === type && happening.id.startsWith(id),
  );
  if (found < 0) throw new Error(`no ${type} ${id} was made`);
  return found;
}
