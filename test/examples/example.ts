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

/** A region of another partition than that one's. */
export const chinese = "cn-north-1";

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
    vpc_config: [
      {
        cluster_security_group_id: nodes,
        subnet_ids: subnets,
        vpc_id: vpc,
      },
    ],
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

/** An example. That for GraphScope makes its cluster and bucket itself. */
export function example(name: string, region = vars.region): Terraform {
  const folder = join(examples, name);
  const { cluster_name } = vars;
  if (name === "graphscope") return terraform(folder, { vars: { region, cluster_name } });
  return terraform(folder, { vars: { ...vars, region }, existing: existing(region) });
}

const states = new Map<string, Promise<State>>();

/** What exists after the apply of an example, which is applied once for all who only look. */
export function applied(name: string, region: string): Promise<State> {
  const key = `${name} in ${region}`;
  const state = states.get(key) ?? example(name, region).apply();
  states.set(key, state);
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

/**
 * Asks of an example that the nodes of the cluster can mount the file system of its module.
 *
 * @param group tells the nodes' security group, where the example makes the cluster itself
 */
export function letsNodesMount(seen: Seen, group = () => nodes): void {
  it.runIf(offline)("lets the nodes, and nobody else, reach the mount targets by NFS", () => {
    const target = seen.state.values("module.efs.aws_efs_mount_target.this[0]");
    const rules = [...seen.state.resources].filter(([address]) =>
      address.includes("aws_vpc_security_group_"),
    );
    expect(rules.map(([, rule]) => rule)).toMatchObject([
      {
        security_group_id: target.security_groups[0],
        referenced_security_group_id: group(),
        cidr_ipv4: null,
        ip_protocol: "tcp",
        from_port: 2049,
        to_port: 2049,
      },
    ]);
  });
}

/** Asks of an example that a group's nodes can join the cluster, and its pods the network. */
export function givesNodesWhatEksWants(seen: Seen, group: string): void {
  // https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
  it.runIf(offline)("gives nodes the policies that EKS wants, before they start", () => {
    const role = seen.state.values("aws_iam_role.node");
    const attached = [...seen.state.resources]
      .filter(([address]) => address.startsWith("aws_iam_role_policy_attachment.node["))
      .map(([, { role: name, policy_arn: arn }]) => ({ name, arn }));
    expect(attached).toEqual(
      [
        "AmazonEC2ContainerRegistryPullOnly",
        "AmazonEKSWorkerNodePolicy",
        "AmazonEKS_CNI_Policy",
      ].map((policy) => ({ name: role.name, arn: `arn:aws:iam::aws:policy/${policy}` })),
    );
    expect(seen.state.values(group).node_role_arn).toBe(role.arn);
    expect(configured(seen, group).depends_on).toContain("aws_iam_role_policy_attachment.node");
  });
}

/** How a resource is written. */
export function configured({ plan }: Seen, address: string): Values {
  const { root_module: root } = plan.json.configuration as Values;
  return root.resources.find((resource: Values) => resource.address === address);
}

/** What whoever reads an output waits for, besides its value. */
export function outputDependsOn({ plan }: Seen, output: string): readonly string[] {
  const { root_module: root } = plan.json.configuration as Values;
  return root.outputs[output].depends_on ?? [];
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
