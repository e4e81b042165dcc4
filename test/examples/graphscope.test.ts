import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { offline, type Values } from "../terraform/terraform";
import {
  configured,
  dependsOn,
  example,
  examples,
  givesNodesWhatEksWants,
  isComplete,
  letsNodesMount,
  outputDependsOn,
  place,
} from "./example";
import { claimsOf, claimTheDefaultClasses, manifestsIn, mountsEach } from "./manifests";

const folder = join(examples, "graphscope");

/** The objects of all manifests. */
const objects = readdirSync(join(folder, "manifests")).flatMap((file) =>
  manifestsIn(`graphscope/manifests/${file}`),
);
const claims = claimsOf(objects);
const workloads = objects.filter(({ kind }) => kind === "Deployment");

describe("examples/hcl/graphscope", () => {
  const seen = isComplete(example("graphscope"));

  describe.runIf(offline)("makes a platform in the right order", () => {
    const prerequisites = [
      "aws_eks_addon.pod_identity_agent",
      "aws_eks_node_group.engines",
      "aws_eks_pod_identity_association.driver",
    ];

    it("starts the drivers when there are nodes, the Pod Identity agent and roles", () => {
      expect(dependsOn(seen, "efs")).toEqual(prerequisites);
      expect(dependsOn(seen, "s3_mountpoint")).toEqual([
        ...prerequisites,
        "aws_iam_role_policy.s3",
      ]);
    });

    it("starts nodes after the associations, which take effect while the nodes start", () => {
      expect(configured(seen, "aws_eks_node_group.engines").depends_on).toContain(
        "aws_eks_pod_identity_association.driver",
      );
    });

    it("tells of EFS's class when the driver has its permissions", () => {
      expect(outputDependsOn(seen, "efs_storage_class_name")).toEqual(["aws_iam_role_policy.efs"]);
    });

    it("starts nodes when they can reach the registries of images", () => {
      const nodes = place(seen, "aws_eks_node_group");
      expect(place(seen, "aws_nat_gateway")).toBeLessThan(nodes);
      for (const name of ["private[0]", "private[1]", "public"]) {
        const { id } = seen.state.values(`aws_route_table_association.${name}`);
        expect(place(seen, "aws_route_table_association", id)).toBeLessThan(nodes);
      }
    });

    it.each([
      { name: "efs", serviceAccount: "efs-csi-controller-sa" },
      { name: "s3", serviceAccount: "s3-csi-driver-sa" },
    ])("gives $serviceAccount a role of its own", ({ name, serviceAccount }) => {
      const role = seen.state.values(`aws_iam_role.driver["${name}"]`);
      expect(seen.state.values(`aws_eks_pod_identity_association.driver["${name}"]`)).toMatchObject(
        { namespace: "kube-system", role_arn: role.arn, service_account: serviceAccount },
      );
      expect(seen.state.values(`aws_iam_role_policy.${name}`).role).toBe(role.name);
    });
  });

  describe.runIf(offline)("keeps the data safe", () => {
    it("keeps what is deleted from the bucket, and the bucket from the public", () => {
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

    it("puts nodes and mount targets into private subnets, each in a zone of its own", () => {
      const subnets = [0, 1].map((index) => seen.state.values(`aws_subnet.private[${index}]`));
      expect(new Set(subnets.map(({ availability_zone: zone }) => zone)).size).toBe(2);
      expect(subnets.map(({ map_public_ip_on_launch: isPublic }) => isPublic)).toEqual([
        false,
        false,
      ]);
      const ids = subnets.map(({ id }) => id);
      expect(seen.state.values("aws_eks_node_group.engines").subnet_ids.sort()).toEqual(
        [...ids].sort(),
      );
      for (const [index, id] of ids.entries()) {
        const target = seen.state.values(`module.efs.aws_efs_mount_target.this[${index}]`);
        expect(target.subnet_id).toBe(id);
      }
    });
  });

  givesNodesWhatEksWants(seen, "aws_eks_node_group.engines");

  letsNodesMount(seen, () => {
    const { cluster_security_group_id: group } =
      seen.state.values("aws_eks_cluster.this").vpc_config[0];
    expect(group).toMatch(/^sg-/);
    return group;
  });
});

describe("the manifests of examples/hcl/graphscope", () => {
  const claimed = (workload: Values): Values[] => workload.spec.template.spec.volumes;
  const mounts = (workload: Values): Values[] =>
    workload.spec.template.spec.containers.flatMap((container: Values) => container.volumeMounts);
  const named = (name: string) => workloads.find(({ metadata }) => metadata.name === name) ?? {};

  it("are claims and Deployments", () => {
    expect(objects).toHaveLength(claims.length + workloads.length);
    expect(claims.map(({ apiVersion }) => apiVersion)).toEqual(["v1", "v1"]);
    expect(workloads.map(({ apiVersion }) => apiVersion)).toEqual(["apps/v1", "apps/v1"]);
  });

  claimTheDefaultClasses(claims);

  it("share each claim among several pods", () => {
    for (const { spec } of workloads) {
      expect(spec.replicas).toBeGreaterThan(1);
      mountsEach(spec.template.spec, claims);
    }
  });

  it("select their own pods", () => {
    for (const { spec } of workloads) {
      expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
    }
  });

  it("let the readers read only, by the mount and not by the claim's reference", () => {
    expect(mounts(named("reader")).map(({ readOnly }) => readOnly)).toEqual([true, true]);
    expect(mounts(named("engine")).map(({ readOnly }) => readOnly)).toEqual([undefined, undefined]);
    for (const workload of workloads) {
      for (const { persistentVolumeClaim: claim } of claimed(workload)) {
        expect(claim).not.toHaveProperty("readOnly");
      }
    }
  });

  it("need no root", () => {
    for (const { spec } of workloads) {
      expect(spec.template.spec.securityContext).toMatchObject({ runAsNonRoot: true });
    }
  });

  it("name the claims that the values of GraphScope's chart mount", () => {
    const values = parse(readFileSync(join(folder, "graphscope-values.yaml"), "utf8"));
    const items: Values[] = Object.values(values.volumes.items);
    expect(items.map(({ field }) => field.claimName)).toEqual(
      claims.map(({ metadata }) => metadata.name),
    );
  });
});
