import { describe, expect, it } from "vitest";
import { parse } from "yaml";
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

/** What the drivers of an example wait for besides their identities. */
const platforms: Readonly<Record<string, readonly string[]>> = {
  "node-role": ["aws_eks_node_group.this"],
  graphscope: ["aws_eks_addon.pod_identity_agent", "aws_eks_node_group.engines"],
};

/** Asks of an example that its drivers come after their permissions. */
function isInOrder(name: string, seen: Seen): void {
  it.runIf(offline).each(drivers)(
    "gives the driver of $call its permissions before it starts",
    ({ call, identity }) => {
      const calls = seen.written.module_calls;
      const { depends_on: before } = calls[call] ?? calls[`${call}_driver`];
      expect(before).toEqual([...(platforms[name] ?? []), `module.${identity}`]);
    },
  );
}

/** Asks of an example with roles of its own that they get the policies, and that nothing is associated. */
function permits(
  name: string,
  region: string,
  roleOf: Readonly<Record<string, string>>,
  given: object = {},
): Seen {
  const seen = isComplete(name, example(name, region, given));

  it.runIf(offline).each(drivers)("gives the policy of $identity to the role", (driver) => {
    const { role } = seen.state.values(`module.${driver.identity}.aws_iam_role_policy.this[0]`);
    expect(role).toBe(seen.state.values(roleOf[driver.name]).name);
    expect(seen.all(`module.${driver.identity}.`)).toHaveLength(1);
  });

  isInOrder(name, seen);
  return seen;
}

/** Asks of an example that the parts give the drivers their permissions, by Pod Identity. */
function associates(name: string, region: string, given: object = {}): Seen {
  const seen = isComplete(name, example(name, region, given));

  it.runIf(offline).each(drivers)(
    "associates $serviceAccount in the namespace of its driver, which knows Pod Identity",
    ({ call, identity }) => {
      const association = `module.${identity}.aws_eks_pod_identity_association.this[0]`;
      const { namespace, version } = seen.plan.after(
        seen.written.module_calls[call]
          ? `module.${call}.helm_release.driver`
          : `module.${call}_driver.helm_release.this`,
      );
      expect(namespace).toBe(seen.state.values(association).namespace);
      // EFS charts before it do not know Pod Identity.
      if (call === "efs") {
        expect(version.localeCompare("3.0.6", "en", { numeric: true })).toBeGreaterThanOrEqual(0);
      }
    },
  );

  isInOrder(name, seen);
  return seen;
}

/** Asks of an example that a group's nodes have their policies, and the template, before they start. */
function preparesNodes(seen: Seen, group: string): void {
  it.runIf(offline)("gives nodes their policies and the template before they start", () => {
    expect(seen.resource(group).depends_on).toContain("aws_iam_role_policy_attachment.node");
    const { id, latest_version: version } = seen.state.values("aws_launch_template.node");
    const { node_role_arn: role, launch_template: template } = seen.state.values(group);
    expect(role).toBe(seen.state.values("aws_iam_role.node").arn);
    expect(template).toMatchObject([{ id, version: String(version) }]);
  });
}

describe("examples/hcl/pod-identity", () => {
  const subnet_ids = { "us-west-2a": vars.subnet_ids[0], "us-west-2b": vars.subnet_ids[1] };
  const seen = associates("pod-identity", "us-west-2", { subnet_ids });

  it.runIf(offline)("starts a driver when its association has taken effect", () => {
    for (const release of ["aws-efs-csi-driver", "aws-mountpoint-s3-csi-driver"]) {
      expect(seen.place("time_sleep")).toBeLessThan(
        seen.place("helm_release", `kube-system/${release}`),
      );
    }
  });
});

describe("examples/hcl/irsa", () => {
  const subnet_ids = { "cn-north-1a": vars.subnet_ids[0], "cn-north-1b": vars.subnet_ids[1] };
  const seen = permits(
    "irsa",
    "cn-north-1",
    { efs: "aws_iam_role.efs", s3: "aws_iam_role.s3" },
    { subnet_ids },
  );

  it.runIf(offline)("leaves the cluster's OIDC provider to the cluster", () => {
    const [{ oidc }] = seen.state.values("data.aws_eks_cluster.this").identity;
    const { url } = seen.state.values("data.aws_iam_openid_connect_provider.cluster");
    expect(`https://${url}`).toBe(oidc[0].issuer);
    expect(seen.all("aws_iam_openid_connect_provider.")).toEqual([]);
  });

  it.runIf(offline).each([
    {
      ...drivers[0],
      values: (annotations: object) => ({ controller: { serviceAccount: { annotations } } }),
    },
    {
      ...drivers[1],
      values: (annotations: object) => ({ node: { serviceAccount: { annotations } } }),
    },
  ])("annotates the service account of $name with its role", ({ name, call, values }) => {
    const { arn } = seen.state.values(`aws_iam_role.${name}`);
    const { values: documents } = seen.state.values(`module.${call}_driver.helm_release.this`);
    const annotated = expect.objectContaining(values({ "eks.amazonaws.com/role-arn": arn }));
    expect(documents.map((text: string) => parse(text))).toContainEqual(annotated);
  });
});

describe("examples/hcl/node-role", () => {
  const seen = permits("node-role", "cn-north-1", {
    efs: "aws_iam_role.node",
    s3: "aws_iam_role.node",
  });
  preparesNodes(seen, "aws_eks_node_group.this");

  it.runIf(offline)("keeps to EFS 2.4.5, which takes the role of its node", () => {
    expect(seen.plan.after("module.efs.helm_release.driver").version).toBe("2.4.5");
  });
});

describe("examples/hcl/graphscope", () => {
  const seen = associates("graphscope", "cn-north-1");
  preparesNodes(seen, "aws_eks_node_group.engines");

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
