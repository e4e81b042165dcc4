import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { offline } from "../terraform/terraform";
import {
  dependsOn,
  example,
  examples,
  isComplete,
  letsNodesMount,
  outputDependsOn,
  place,
  vars,
} from "./example";
import { claimsOf, claimTheDefaultClasses, manifestsIn, mountsEach } from "./manifests";

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

    it("before the drivers' pods start, and half a minute between", () => {
      expect(dependsOn(seen, "efs")).toEqual(["time_sleep.associations"]);
      expect(dependsOn(seen, "s3_mountpoint")).toEqual([
        "aws_iam_role_policy.s3",
        "time_sleep.associations",
      ]);
      const association = (name: string) =>
        seen.state.values(`aws_eks_pod_identity_association.${name}`).association_id;
      expect(seen.state.values("time_sleep.associations")).toMatchObject({
        create_duration: "30s",
        triggers: { efs: association("efs"), s3: association("s3") },
      });
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

    it("of EFS before whoever waits for the class goes on", () => {
      expect(outputDependsOn(seen, "efs_storage_class_name")).toEqual(["aws_iam_role_policy.efs"]);
    });
  });

  letsNodesMount(seen);
});

describe("examples/hcl/pod-identity/pod.yaml", () => {
  const objects = manifestsIn("pod-identity/pod.yaml");
  const claims = claimsOf(objects);
  const [pod] = objects.filter(({ kind }) => kind === "Pod");

  it("is a pod and its claims", () => {
    expect(objects.map(({ apiVersion }) => apiVersion)).toEqual(["v1", "v1", "v1"]);
    expect(claims).toHaveLength(2);
    mountsEach(pod.spec, claims);
  });

  claimTheDefaultClasses(claims);

  it("needs no root", () => {
    expect(pod.spec.securityContext).toMatchObject({ runAsNonRoot: true });
  });

  it("is what the README's commands name", () => {
    const readme = readFileSync(join(examples, "pod-identity/README.md"), "utf8");
    const names = claims.map(({ metadata }) => metadata.name);
    expect(readme).toContain(`kubectl get pvc ${names.join(" ")}\n`);
    expect(readme).toContain(`--for=condition=Ready pod/${pod.metadata.name} `);
    const [, name, command] = /kubectl exec (\S+) -- (.*)\n/.exec(readme) ?? [];
    expect(name).toBe(pod.metadata.name);
    for (const { mountPath } of pod.spec.containers[0].volumeMounts) {
      expect(command).toContain(mountPath);
    }
  });
});
