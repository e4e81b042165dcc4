import { describe, expect, it } from "vitest";
import { offline } from "../terraform/terraform";
import { dependsOn, example, isComplete, letsNodesMount, place, vars } from "./example";

describe("examples/hcl/pod-identity", () => {
  const seen = isComplete(example("pod-identity"));

  describe.runIf(offline)("gives the drivers their permissions", () => {
    it.each([
      { name: "efs", serviceAccount: "efs-csi-controller-sa" },
      { name: "s3", serviceAccount: "s3-csi-driver-sa" },
    ])("by an association of $serviceAccount with a role", ({ name, serviceAccount }) => {
      const role = seen.state.values(`aws_iam_role.${name}`);
      expect(seen.state.values(`aws_eks_pod_identity_association.${name}`)).toMatchObject({
        cluster_name: vars.cluster_name,
        namespace: "kube-system",
        service_account: serviceAccount,
        role_arn: role.arn,
      });
      expect(seen.state.values(`aws_iam_role_policy.${name}`).role).toBe(role.name);
    });

    it.each(["efs", "s3_mountpoint"])("in the namespace of the driver of %s", (module) => {
      const { namespace } = seen.plan.after(`module.${module}.helm_release.driver`);
      expect(namespace).toBe("kube-system");
    });

    it("before the drivers' pods start", () => {
      expect(dependsOn(seen, "efs")).toEqual(["aws_eks_pod_identity_association.efs"]);
      expect(dependsOn(seen, "s3_mountpoint")).toEqual([
        "aws_eks_pod_identity_association.s3",
        "aws_iam_role_policy.s3",
      ]);
    });

    it("with an EFS chart that knows Pod Identity: 3.0.6 or later", () => {
      const { version } = seen.plan.after("module.efs.helm_release.driver");
      const [major, minor, patch] = version.split(".").map(Number);
      expect(major * 10_000 + minor * 100 + patch).toBeGreaterThanOrEqual(3_00_06);
    });

    it("writes the policy when it knows the file system", () => {
      const { role } = seen.state.values("aws_iam_role_policy.efs");
      expect(place(seen, "aws_iam_role_policy", role)).toBeGreaterThan(
        place(seen, "aws_efs_file_system"),
      );
    });
  });

  letsNodesMount(seen);
});
