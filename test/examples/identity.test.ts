import { describe, expect, it } from "vitest";
import { offline } from "../terraform/terraform";
import { example, isComplete, type Seen, vars } from "./example";

const drivers = [
  {
    name: "efs",
    call: "efs",
    identity: "efs_driver_identity",
    serviceAccount: "efs-csi-controller-sa",
  },
  {
    name: "s3",
    call: "s3_mountpoint",
    identity: "s3_mountpoint_driver_identity",
    serviceAccount: "s3-csi-driver-sa",
  },
];
const platform = ["aws_eks_addon.pod_identity_agent", "aws_eks_node_group.engines"];
const identities = {
  efs: "module.efs_driver_identity",
  s3: "module.s3_mountpoint_driver_identity",
};
const [efsPolicy, s3Policy] = ["aws_iam_role_policy.efs", "aws_iam_role_policy.s3"];

/** What the call of each module waits for, and besides it whoever reads the name of its class. */
interface Waits {
  readonly call: Readonly<Record<string, readonly string[]>>;
  readonly output: Readonly<Record<string, readonly string[]>>;
}

const waits: Record<string, Waits> = {
  "pod-identity": {
    call: { efs: [identities.efs], s3: [identities.s3] },
    output: {},
  },
  irsa: {
    call: {},
    output: {
      efs: [efsPolicy, "kubernetes_annotations.efs_controller"],
      s3: [s3Policy, "kubernetes_annotations.s3_node"],
    },
  },
  "node-role": {
    call: { efs: ["aws_eks_node_group.this"], s3: ["aws_eks_node_group.this", s3Policy] },
    output: { efs: [efsPolicy] },
  },
  graphscope: {
    call: { efs: [...platform, identities.efs], s3: [...platform, identities.s3] },
    output: {},
  },
};

/** Asks of an example that its drivers, and whoever uses their classes, come after their permissions. */
function isInOrder(name: string, seen: Seen): void {
  it.runIf(offline).each(drivers)(
    "gives the driver of $call its permissions before it starts, and whoever uses its class",
    (driver) => {
      const { call, output } = waits[name];
      const { [driver.call]: module } = seen.written.module_calls;
      expect(module.depends_on ?? []).toEqual(call[driver.name] ?? []);
      const { depends_on: before } = seen.written.outputs[`${driver.name}_storage_class_name`];
      expect(before ?? []).toEqual(output[driver.name] ?? []);
    },
  );
}

/** Asks of an example with roles of its own that they have the policies of examples/hcl/policies alone. */
function permits(name: string, region: string, role: (driver: string) => string): Seen {
  const partition = region.startsWith("cn-") ? "aws-cn" : "aws";
  const seen = isComplete(example(name, region));

  it.runIf(offline).each(drivers)(
    "gives the driver of $call what examples/hcl/policies lets it do, and no more",
    (driver) => {
      const source = `../policies/${driver.name}`;
      expect(seen.written.module_calls[`${driver.name}_policy`]).toMatchObject({ source });
      const address = `aws_iam_role_policy.${driver.name}`;
      const { policy } = seen.resource(address).expressions;
      expect(policy.references).toContain(`module.${driver.name}_policy.json`);
      const { policy: text, role: owner } = seen.state.values(address);
      const { name: roleName } = seen.state.values(role(driver.name));
      expect(owner).toBe(roleName);
      const { arn } = seen.state.values("module.efs.aws_efs_file_system.this");
      expect(text).toContain(
        driver.name === "efs" ? `"${arn}"` : `"arn:${partition}:s3:::${vars.bucket_name}"`,
      );
      expect(arn).toContain(`arn:${partition}:elasticfilesystem:${region}:`);
      attachesNodePoliciesOnly(seen, partition);
    },
  );

  isInOrder(name, seen);
  return seen;
}

/** Asks of an example that the parts give the drivers their permissions, by Pod Identity. */
function associates(name: string, region: string): Seen {
  const partition = region.startsWith("cn-") ? "aws-cn" : "aws";
  const seen = isComplete(example(name, region));

  it.runIf(offline).each(drivers)(
    "associates $serviceAccount with a role of its own, in the namespace of its driver",
    ({ call, identity, serviceAccount }) => {
      const association = seen.state.values(
        `module.${identity}.aws_eks_pod_identity_association.this`,
      );
      expect(association).toMatchObject({
        region,
        cluster_name: vars.cluster_name,
        service_account: serviceAccount,
        role_arn: seen.state.values(`module.${identity}.aws_iam_role.this`).arn,
      });
      const { namespace, version } = seen.plan.after(`module.${call}.helm_release.driver`);
      expect(namespace).toBe(association.namespace);
      // EFS charts before it do not know Pod Identity.
      if (call === "efs") {
        expect(version.localeCompare("3.0.6", "en", { numeric: true })).toBeGreaterThanOrEqual(0);
      }
      attachesNodePoliciesOnly(seen, partition);
    },
  );

  it.runIf(offline)("lets them use the bucket, and what is tagged for the cluster", () => {
    const bucket = seen.all("module.storage.aws_s3_bucket.this")[0]?.bucket ?? vars.bucket_name;
    const policyOf = (identity: string) =>
      seen.state.values(`module.${identity}.aws_iam_role_policy.this`).policy;
    const { tags } = seen.state.values("module.efs.aws_efs_file_system.this");
    expect(tags).toMatchObject({ "kubernetes.io/cluster/prod": "shared" });
    expect(policyOf("efs_driver_identity")).toContain(
      '"aws:ResourceTag/kubernetes.io/cluster/prod":["owned","shared"]',
    );
    expect(policyOf("s3_mountpoint_driver_identity")).toContain(
      `"Resource":["arn:${partition}:s3:::${bucket}"]`,
    );
  });

  isInOrder(name, seen);
  return seen;
}

/** Asks of an example that no role but the nodes' and the cluster's has a policy of AWS's own. */
function attachesNodePoliciesOnly(seen: Seen, partition: string): void {
  for (const { policy_arn: managed } of seen.all("aws_iam_role_policy_attachment.")) {
    expect(managed).toMatch(
      new RegExp(`^arn:${partition}:iam::aws:policy/Amazon(EKS|EC2Container)`),
    );
  }
}

/** Asks of an example that a group's nodes can join the cluster, and its pods the network. */
function givesNodesWhatEksWants(seen: Seen, group: string): void {
  // https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
  it.runIf(offline)("gives nodes the policies that EKS wants, before they start", () => {
    const { arn, name } = seen.state.values("aws_iam_role.node");
    const attached = seen.all("aws_iam_role_policy_attachment.node[");
    expect(attached.map(({ role, policy_arn: it }) => [role, it.split("/").at(-1)])).toEqual([
      [name, "AmazonEC2ContainerRegistryPullOnly"],
      [name, "AmazonEKSWorkerNodePolicy"],
      [name, "AmazonEKS_CNI_Policy"],
    ]);
    expect(seen.state.values(group).node_role_arn).toBe(arn);
    expect(seen.resource(group).depends_on).toContain("aws_iam_role_policy_attachment.node");
  });
}

describe("examples/hcl/pod-identity", () => {
  const seen = associates("pod-identity", "us-west-2");

  it.runIf(offline)("starts a driver when its association has taken effect", () => {
    for (const release of ["aws-efs-csi-driver", "aws-mountpoint-s3-csi-driver"]) {
      expect(seen.place("time_sleep")).toBeLessThan(
        seen.place("helm_release", `kube-system/${release}`),
      );
    }
  });
});

describe("examples/hcl/irsa", () => {
  const seen = permits("irsa", "cn-north-1", (driver) => `aws_iam_role.${driver}`);

  it.runIf(offline)("leaves the cluster's OIDC provider to the cluster", () => {
    const [{ oidc }] = seen.state.values("data.aws_eks_cluster.this").identity;
    const { url } = seen.state.values("data.aws_iam_openid_connect_provider.cluster");
    expect(`https://${url}`).toBe(oidc[0].issuer);
    expect(seen.all("aws_iam_openid_connect_provider.")).toEqual([]);
  });

  describe.runIf(offline).each([
    {
      ...drivers[0],
      kind: "Deployment",
      workload: "efs-csi-controller",
      address: "efs_controller",
    },
    { ...drivers[1], kind: "DaemonSet", workload: "s3-csi-node", address: "s3_node" },
  ])("gives the driver of $call", ({ name, call, serviceAccount, kind, workload, address }) => {
    const annotation = "eks.amazonaws.com/role-arn";
    const account = `kubernetes_annotations.${name}_service_account`;

    it("a role that only its service account may take", () => {
      const provider = seen.state.values("data.aws_iam_openid_connect_provider.cluster");
      const issuer = provider.url;
      const { assume_role_policy: trust } = seen.state.values(`aws_iam_role.${name}`);
      expect(JSON.parse(trust).Statement).toEqual([
        {
          Effect: "Allow",
          Principal: { Federated: provider.arn },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: {
              [`${issuer}:aud`]: "sts.amazonaws.com",
              [`${issuer}:sub`]: `system:serviceaccount:kube-system:${serviceAccount}`,
            },
          },
        },
      ]);
    });

    it("its annotation on the service account that the chart makes, then new pods", () => {
      const { arn } = seen.state.values(`aws_iam_role.${name}`);
      expect(seen.state.values(account)).toMatchObject({
        kind: "ServiceAccount",
        metadata: [{ name: serviceAccount, namespace: "kube-system" }],
        annotations: { [annotation]: arn },
      });
      expect(seen.state.values(`kubernetes_annotations.${address}`)).toMatchObject({
        kind,
        metadata: [{ name: workload, namespace: "kube-system" }],
        template_annotations: { [annotation]: arn },
      });
      expect(seen.resource(account).depends_on).toEqual([`module.${call}`]);
      const { template_annotations: template } = seen.resource(
        `kubernetes_annotations.${address}`,
      ).expressions;
      expect(template.references).toContain(account);
    });
  });
});

describe("examples/hcl/node-role", () => {
  const seen = permits("node-role", "cn-north-1", () => "aws_iam_role.node");
  givesNodesWhatEksWants(seen, "aws_eks_node_group.this");

  it.runIf(offline)("makes no association, over which EFS 2.4.5 would lose the role", () => {
    expect(seen.plan.after("module.efs.helm_release.driver").version).toBe("2.4.5");
    expect(seen.all("aws_eks_pod_identity_association")).toEqual([]);
  });

  it.runIf(offline)(
    "lets in pods that are a hop further than the node, with session tokens only",
    () => {
      const template = seen.state.values("aws_launch_template.node");
      expect(template.metadata_options).toMatchObject([
        { http_put_response_hop_limit: 2, http_tokens: "required" },
      ]);
      expect(seen.state.values("aws_eks_node_group.this").launch_template).toMatchObject([
        { id: template.id, version: String(template.latest_version) },
      ]);
    },
  );
});

describe("examples/hcl/graphscope", () => {
  const seen = associates("graphscope", "cn-north-1");
  givesNodesWhatEksWants(seen, "aws_eks_node_group.engines");

  it.runIf(offline)("starts nodes when they can reach the registries of images", () => {
    const nodes = seen.place("aws_eks_node_group");
    expect(seen.place("aws_nat_gateway")).toBeLessThan(nodes);
    for (const { id } of seen.all("aws_route_table_association.")) {
      expect(seen.place("aws_route_table_association", id)).toBeLessThan(nodes);
    }
  });

  it.runIf(offline)(
    "lets nobody but the CIDR blocks given, and its nodes, reach the API server",
    () => {
      expect(seen.state.values("aws_eks_cluster.this")).toMatchObject({
        enabled_cluster_log_types: ["api", "audit", "authenticator"],
        vpc_config: [{ endpoint_private_access: true, public_access_cidrs: ["203.0.113.0/24"] }],
      });
    },
  );

  it.runIf(offline)("keeps its pods from the role of their node", () => {
    const template = seen.state.values("aws_launch_template.node");
    expect(template.metadata_options).toMatchObject([
      { http_put_response_hop_limit: 1, http_tokens: "required" },
    ]);
    expect(seen.state.values("aws_eks_node_group.engines").launch_template).toMatchObject([
      { id: template.id, version: String(template.latest_version) },
    ]);
  });

  it.runIf(offline)(
    "puts nodes and mount targets into private subnets, each in a zone of its own",
    () => {
      const subnets = seen.all("aws_subnet.private[");
      expect(new Set(subnets.map(({ availability_zone: zone }) => zone)).size).toBe(2);
      expect(subnets.map((it) => it.map_public_ip_on_launch)).toEqual([false, false]);
      const ids = subnets.map(({ id }) => id).sort();
      expect([...seen.state.values("aws_eks_node_group.engines").subnet_ids].sort()).toEqual(ids);
      const targets = seen.all("module.efs.aws_efs_mount_target.this[");
      expect(targets.map(({ subnet_id: subnet }) => subnet).sort()).toEqual(ids);
    },
  );
});
