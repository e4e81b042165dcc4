import { beforeAll, describe, expect, it } from "vitest";
import { callsOf } from "../modules/calls";
import { offline, terraform } from "../terraform/terraform";
import { decideByResource, type Request } from "./iam";

describe.runIf(offline)(
  "the file-system policy of modules/csi/efs, for a client that does not sign,",
  () => {
    let fileSystem: string;
    let policy: string;

    beforeAll(async () => {
      const state = await terraform(callsOf("efs", { efs: {} })).apply();
      fileSystem = state.values("module.efs.aws_efs_file_system.this").arn;
      policy = state.values("module.efs.aws_efs_file_system_policy.this").policy;
    });

    const decision = (action: string, context: Request["context"], resource = fileSystem) =>
      decideByResource(policy, { action: `elasticfilesystem:${action}`, resource, context });
    const overTls = { "aws:SecureTransport": "true" };
    const inPlain = { "aws:SecureTransport": "false" };
    const viaMountTarget = { "elasticfilesystem:AccessedViaMountTarget": "true" };
    const notViaMountTarget = { "elasticfilesystem:AccessedViaMountTarget": "false" };

    it.each(["ClientMount", "ClientWrite", "ClientRootAccess"])(
      "allows %s over TLS through a mount target, and by no other way",
      async (action) => {
        expect(await decision(action, { ...overTls, ...viaMountTarget })).toBe("Allowed");
        expect(await decision(action, { ...inPlain, ...viaMountTarget })).toBe("ExplicitlyDenied");
        expect(await decision(action, overTls)).toBe("ImplicitlyDenied");
        expect(await decision(action, { ...overTls, ...notViaMountTarget })).toBe(
          "ImplicitlyDenied",
        );
      },
    );

    it.each([
      "DeleteFileSystem",
      "PutFileSystemPolicy",
      "CreateAccessPoint",
      "DescribeFileSystems",
    ])("does not allow %s", async (action) => {
      expect(await decision(action, overTls)).toBe("ImplicitlyDenied");
    });

    it("says nothing of another file system", async () => {
      const other = fileSystem.replace(/fs-\w+$/, "fs-0ffffffffffffffff");
      const context = { ...overTls, ...viaMountTarget };
      expect(await decision("ClientMount", context, other)).toBe("ImplicitlyDenied");
    });
  },
);
