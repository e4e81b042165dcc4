import { describe, expect, it } from "vitest";
import { offline } from "../terraform/terraform";
import { configured, example, isComplete, letsNodesMount, outputDependsOn, place } from "./example";

const drivers = [
  {
    name: "efs",
    module: "efs",
    serviceAccount: "efs-csi-controller-sa",
    workload: { kind: "Deployment", name: "efs-csi-controller", address: "efs_controller" },
  },
  {
    name: "s3",
    module: "s3_mountpoint",
    serviceAccount: "s3-csi-driver-sa",
    workload: { kind: "DaemonSet", name: "s3-csi-node", address: "s3_node" },
  },
];

describe("examples/hcl/irsa", () => {
  const seen = isComplete(example("irsa"));

  describe.runIf(offline).each(drivers)("gives the driver of $module its permissions", (driver) => {
    const { name, module, serviceAccount, workload } = driver;
    const annotation = "eks.amazonaws.com/role-arn";

    it("by a role that only its service account may take", () => {
      const provider = seen.state.values("aws_iam_openid_connect_provider.cluster");
      const issuer = provider.url.replace("https://", "");
      const role = seen.state.values(`aws_iam_role.${name}`);
      expect(JSON.parse(role.assume_role_policy).Statement).toEqual([
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
      expect(seen.state.values(`aws_iam_role_policy.${name}`).role).toBe(role.name);
    });

    it("by the annotation of the service account that the chart makes", () => {
      const { arn } = seen.state.values(`aws_iam_role.${name}`);
      expect(seen.state.values(`kubernetes_annotations.${name}_service_account`)).toMatchObject({
        api_version: "v1",
        kind: "ServiceAccount",
        metadata: [{ name: serviceAccount, namespace: "kube-system" }],
        annotations: { [annotation]: arn },
      });
    });

    it("and restarts its pods then", () => {
      const { arn } = seen.state.values(`aws_iam_role.${name}`);
      expect(seen.state.values(`kubernetes_annotations.${workload.address}`)).toMatchObject({
        api_version: "apps/v1",
        kind: workload.kind,
        metadata: [{ name: workload.name, namespace: "kube-system" }],
        template_annotations: { [annotation]: arn },
      });
    });

    it("before whoever waits for the class goes on", () => {
      expect(outputDependsOn(seen, `${name}_storage_class_name`)).toEqual([
        `aws_iam_role_policy.${name}`,
        `kubernetes_annotations.${workload.address}`,
      ]);
    });

    it("in this order: driver, service account, pods", () => {
      const account = `kubernetes_annotations.${name}_service_account`;
      expect(configured(seen, account).depends_on).toEqual([`module.${module}`]);
      const { template_annotations: template } = configured(
        seen,
        `kubernetes_annotations.${workload.address}`,
      ).expressions;
      expect(template.references).toContain(account);
      const release = seen.state.values(`module.${module}.helm_release.driver`).name;
      const annotated = `apiVersion=v1,kind=ServiceAccount,namespace=kube-system,name=${serviceAccount}`;
      expect(place(seen, "helm_release", `kube-system/${release}`)).toBeLessThan(
        place(seen, "kubernetes_annotations", annotated),
      );
    });
  });

  it.runIf(offline)("trusts the tokens that the cluster issues for AWS", () => {
    const [{ oidc }] = seen.state.values("data.aws_eks_cluster.this").identity;
    expect(seen.state.values("aws_iam_openid_connect_provider.cluster")).toMatchObject({
      url: oidc[0].issuer,
      client_id_list: ["sts.amazonaws.com"],
    });
  });

  letsNodesMount(seen);
});
