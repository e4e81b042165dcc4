import { describe, expect, it } from "vitest";
import { offline } from "../terraform/terraform";
import { example, isComplete, type Seen, vars } from "./example";
import { decideByResource } from "./iam";

const drivers = [
  { name: "efs", call: "efs", serviceAccount: "efs-csi-controller-sa" },
  { name: "s3", call: "s3_mountpoint", serviceAccount: "s3-csi-driver-sa" },
];
const platform = [
  "aws_eks_addon.pod_identity_agent",
  "aws_eks_node_group.engines",
  "aws_eks_pod_identity_association.driver",
];
const [efsPolicy, s3Policy] = ["aws_iam_role_policy.efs", "aws_iam_role_policy.s3"];

/** What the call of each module waits for, and besides it whoever reads the name of its class. */
interface Waits {
  readonly call: Readonly<Record<string, readonly string[]>>;
  readonly output: Readonly<Record<string, readonly string[]>>;
}

const waits: Record<string, Waits> = {
  "pod-identity": {
    call: { efs: ["time_sleep.associations"], s3: [s3Policy, "time_sleep.associations"] },
    output: { efs: [efsPolicy] },
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
    call: { efs: platform, s3: [...platform, s3Policy] },
    output: { efs: [efsPolicy] },
  },
};

/** Asks of an example what is asked of each that gives the drivers their permissions. */
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
      const bucket = seen.all("aws_s3_bucket.this")[0]?.bucket ?? vars.bucket_name;
      const { arn } = seen.state.values("module.efs.aws_efs_file_system.this");
      expect(text).toContain(
        driver.name === "efs" ? `"${arn}"` : `"arn:${partition}:s3:::${bucket}"`,
      );
      expect(arn).toContain(`arn:${partition}:elasticfilesystem:${region}:`);
      const attached = seen.all("aws_iam_role_policy_attachment.");
      for (const { policy_arn: managed } of attached) {
        expect(managed).toMatch(
          new RegExp(`^arn:${partition}:iam::aws:policy/Amazon(EKS|EC2Container)`),
        );
      }
    },
  );

  it.runIf(offline).each(drivers)(
    "does so before the driver of $call starts, and whoever uses its class",
    (driver) => {
      const { call, output } = waits[name];
      const { [driver.call]: module } = seen.written.module_calls;
      expect(module.depends_on ?? []).toEqual(call[driver.name] ?? []);
      const { depends_on: before } = seen.written.outputs[`${driver.name}_storage_class_name`];
      expect(before ?? []).toEqual(output[driver.name] ?? []);
    },
  );

  return seen;
}

/** Asks of an example that its roles are for the drivers' pods alone, by Pod Identity. */
function trustsPods(
  seen: Seen,
  region: string,
  role: (driver: string) => string,
  key: (driver: string) => string,
): void {
  const partition = region.startsWith("cn-") ? "aws-cn" : "aws";

  it.runIf(offline).each(drivers)(
    "associates $serviceAccount with a role of its own",
    ({ name, serviceAccount }) => {
      expect(seen.state.values(`aws_eks_pod_identity_association.${key(name)}`)).toMatchObject({
        cluster_name: vars.cluster_name,
        namespace: "kube-system",
        service_account: serviceAccount,
        role_arn: seen.state.values(role(name)).arn,
      });
      const module = name === "efs" ? "efs" : "s3_mountpoint";
      expect(seen.plan.after(`module.${module}.helm_release.driver`).namespace).toBe("kube-system");
    },
  );

  describe.runIf(offline)("its role for s3-csi-driver-sa", () => {
    const cluster = `arn:${partition}:eks:${region}:123456789012:cluster`;
    const tags = {
      "aws:RequestTag/eks-cluster-arn": `${cluster}/prod`,
      "aws:RequestTag/kubernetes-namespace": "kube-system",
      "aws:RequestTag/kubernetes-service-account": "s3-csi-driver-sa",
    };
    const take = (context: Record<string, string>, service = "pods.eks.amazonaws.com") => {
      const { arn: resource, assume_role_policy: trust } = seen.state.values(role("s3"));
      const requests = ["sts:AssumeRole", "sts:TagSession"].map((action) => ({
        action,
        resource,
        context,
      }));
      return Promise.all(requests.map((request) => decideByResource(trust, request, service)));
    };

    it("is for its pods", async () => {
      expect(await take(tags)).toEqual(["Allowed", "Allowed"]);
    });

    it.each([
      ["another service account", { "aws:RequestTag/kubernetes-service-account": "default" }],
      ["another namespace", { "aws:RequestTag/kubernetes-namespace": "default" }],
      ["another cluster", { "aws:RequestTag/eks-cluster-arn": `${cluster}/dev` }],
    ])("is not for %s", async (_, other) => {
      expect(await take({ ...tags, ...other })).toEqual(["ImplicitlyDenied", "ImplicitlyDenied"]);
    });

    it("is not for another service of AWS", async () => {
      expect(await take(tags, "ec2.amazonaws.com")).toEqual([
        "ImplicitlyDenied",
        "ImplicitlyDenied",
      ]);
    });
  });
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
  const role = (driver: string) => `aws_iam_role.${driver}`;
  const seen = permits("pod-identity", "us-west-2", role);
  trustsPods(seen, "us-west-2", role, (driver) => driver);

  it.runIf(offline)("waits half a minute between an association and the driver's pods", () => {
    const { association_id: efs } = seen.state.values("aws_eks_pod_identity_association.efs");
    const { association_id: s3 } = seen.state.values("aws_eks_pod_identity_association.s3");
    const sleep = { create_duration: "30s", triggers: { efs, s3 } };
    expect(seen.state.values("time_sleep.associations")).toMatchObject(sleep);
  });

  it.runIf(offline)("installs an EFS chart that knows Pod Identity: 3.0.6 or later", () => {
    const { version } = seen.plan.after("module.efs.helm_release.driver");
    expect(version.localeCompare("3.0.6", "en", { numeric: true })).toBeGreaterThanOrEqual(0);
  });
});

describe("examples/hcl/irsa", () => {
  const seen = permits("irsa", "cn-north-1", (driver) => `aws_iam_role.${driver}`);

  it.runIf(offline)("trusts the tokens that the cluster issues for AWS", () => {
    const [{ oidc }] = seen.state.values("data.aws_eks_cluster.this").identity;
    expect(seen.state.values("aws_iam_openid_connect_provider.cluster")).toMatchObject({
      url: oidc[0].issuer,
      client_id_list: ["sts.amazonaws.com"],
    });
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
      const provider = seen.state.values("aws_iam_openid_connect_provider.cluster");
      const issuer = provider.url.replace("https://", "");
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
  const role = (driver: string) => `aws_iam_role.driver["${driver}"]`;
  const seen = permits("graphscope", "cn-north-1", role);
  trustsPods(seen, "cn-north-1", role, (driver) => `driver["${driver}"]`);
  givesNodesWhatEksWants(seen, "aws_eks_node_group.engines");

  it.runIf(offline)(
    "starts nodes after the associations, when they can reach the registries of images",
    () => {
      const { depends_on: before } = seen.resource("aws_eks_node_group.engines");
      expect(before).toContain("aws_eks_pod_identity_association.driver");
      const nodes = seen.place("aws_eks_node_group");
      expect(seen.place("aws_nat_gateway")).toBeLessThan(nodes);
      for (const { id } of seen.all("aws_route_table_association.")) {
        expect(seen.place("aws_route_table_association", id)).toBeLessThan(nodes);
      }
    },
  );

  it.runIf(offline)("keeps what is deleted from the bucket, and the bucket from the public", () => {
    const { bucket } = seen.state.values("aws_s3_bucket.this");
    expect(seen.state.values("aws_s3_bucket_versioning.this")).toMatchObject({
      bucket,
      versioning_configuration: [{ status: "Enabled" }],
    });
    expect(seen.state.values("aws_s3_bucket_public_access_block.this")).toMatchObject({
      bucket,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
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
