import { describe, expect, it } from "vitest";
import { offline } from "../terraform/terraform";
import {
  dependsOn,
  example,
  givesNodesWhatEksWants,
  isComplete,
  letsNodesMount,
  outputDependsOn,
  place,
} from "./example";

describe("examples/hcl/node-role", () => {
  const seen = isComplete(example("node-role"));

  describe.runIf(offline)("gives the drivers their permissions", () => {
    it("by the role of the nodes", () => {
      const role = seen.state.values("aws_iam_role.node");
      expect(seen.state.values("aws_eks_node_group.this").node_role_arn).toBe(role.arn);
      for (const name of ["efs", "s3"]) {
        expect(seen.state.values(`aws_iam_role_policy.${name}`).role).toBe(role.name);
      }
    });

    it("and by no Pod Identity association, over which EFS 2.4.5 would lose the role", () => {
      expect(seen.plan.after("module.efs.helm_release.driver").version).toBe("2.4.5");
      const types = [...seen.plan.changes.keys()].map((address) => address.split(".")[0]);
      expect(types).not.toContain("aws_eks_pod_identity_association");
    });

    it("to pods that are a hop further than the node, and with session tokens only", () => {
      const template = seen.state.values("aws_launch_template.node");
      expect(template.metadata_options).toMatchObject([
        { http_put_response_hop_limit: 2, http_tokens: "required" },
      ]);
      expect(seen.state.values("aws_eks_node_group.this").launch_template).toMatchObject([
        { id: template.id, version: String(template.latest_version) },
      ]);
    });

    it("before the drivers' pods start, and when there are nodes for them", () => {
      expect(dependsOn(seen, "efs")).toEqual(["aws_eks_node_group.this"]);
      expect(dependsOn(seen, "s3_mountpoint")).toEqual([
        "aws_eks_node_group.this",
        "aws_iam_role_policy.s3",
      ]);
    });

    it("writes the policy of EFS when it knows the file system", () => {
      const { id } = seen.state.values("aws_iam_role_policy.efs");
      expect(place(seen, "aws_iam_role_policy", id)).toBeGreaterThan(
        place(seen, "aws_efs_file_system"),
      );
    });

    it("of EFS before whoever waits for the class goes on", () => {
      expect(outputDependsOn(seen, "efs_storage_class_name")).toEqual(["aws_iam_role_policy.efs"]);
    });
  });

  givesNodesWhatEksWants(seen, "aws_eks_node_group.this");

  letsNodesMount(seen);
});
