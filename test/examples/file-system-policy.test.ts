import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { callsOf } from "../modules/calls";
import { offline, type State, terraform } from "../terraform/terraform";
import { decide, decideByResource, type Request } from "./iam";

const partitions = { aws: "us-west-2", "aws-us-gov": "us-gov-west-1", "aws-cn": "cn-north-1" };
const overTls = { "aws:SecureTransport": "true" };
const viaMountTarget = { ...overTls, "elasticfilesystem:AccessedViaMountTarget": "true" };
const clientActions = ["ClientMount", "ClientWrite", "ClientRootAccess"];

/** The decisions of a file system's policy on a client that does not sign. */
function decisions(state: State, call: string) {
  const { arn } = state.values(`module.${call}.aws_efs_file_system.this`);
  const { policy } = state.values(`module.${call}.aws_efs_file_system_policy.this`);
  const decision = (action: string, context: Request["context"], resource = arn) =>
    decideByResource(policy, { action: `elasticfilesystem:${action}`, resource, context });
  /** What is decided on each action of a client. */
  const onClient = async (context: Request["context"], resource = arn) =>
    Object.fromEntries(
      await Promise.all(
        clientActions.map(async (action) => [action, await decision(action, context, resource)]),
      ),
    );
  return { arn, decision, onClient };
}

const every = (decision: string) =>
  Object.fromEntries(clientActions.map((action) => [action, decision]));

describe.runIf(offline)("the policy of a file system, for a client that does not sign,", () => {
  let narrow: State;
  let wide: State;

  beforeAll(async () => {
    const regions = Object.entries(partitions).map(([partition, region]) => [
      partition,
      // A namespace takes one driver.
      { aws_region: region, namespace: partition },
    ]);
    narrow = await terraform(callsOf("efs", Object.fromEntries(regions))).apply();
    const calls = { wide: { client_access: "file-system" }, narrow: {} };
    wide = await terraform(callsOf("efs-file-system", calls)).apply();
  });

  describe.each(Object.entries(partitions))("in the partition %s", (partition, region) => {
    const accessPoint = `arn:${partition}:elasticfilesystem:${region}:123456789012:access-point/fsap-0123456789abcdef0`;
    const throughAccessPoint = {
      ...viaMountTarget,
      "elasticfilesystem:AccessPointArn": accessPoint,
    };

    it("lets it read and write through an access point, not as root", async () => {
      const { arn, onClient } = decisions(narrow, partition);
      expect(arn).toContain(`arn:${partition}:`);
      expect(await onClient(throughAccessPoint)).toEqual({
        ClientMount: "Allowed",
        ClientWrite: "Allowed",
        ClientRootAccess: "ImplicitlyDenied",
      });
    });

    it("lets it in by no other way", async () => {
      const { onClient } = decisions(narrow, partition);
      expect(await onClient(viaMountTarget)).toEqual(every("ImplicitlyDenied"));
      const elsewhere = {
        ...throughAccessPoint,
        "elasticfilesystem:AccessedViaMountTarget": "false",
      };
      expect(await onClient(elsewhere)).toEqual(every("ImplicitlyDenied"));
    });

    it("denies everything without TLS", async () => {
      const { onClient } = decisions(narrow, partition);
      const inPlain = { ...throughAccessPoint, "aws:SecureTransport": "false" };
      expect(await onClient(inPlain)).toEqual(every("ExplicitlyDenied"));
    });

    it("says nothing of another file system", async () => {
      const { arn, onClient } = decisions(narrow, partition);
      const other = arn.replace(/fs-\w+$/, "fs-0ffffffffffffffff");
      expect(await onClient(throughAccessPoint, other)).toEqual(every("ImplicitlyDenied"));
    });
  });

  it.each(["DeleteFileSystem", "PutFileSystemPolicy", "CreateAccessPoint", "DescribeFileSystems"])(
    "does not allow %s",
    async (action) => {
      expect(await decisions(narrow, "aws").decision(action, overTls)).toBe("ImplicitlyDenied");
    },
  );

  it("lets it mount the root as root where that is chosen, over TLS alone", async () => {
    const { onClient } = decisions(wide, "wide");
    expect(await onClient(viaMountTarget)).toEqual(every("Allowed"));
    expect(await onClient(overTls)).toEqual(every("ImplicitlyDenied"));
    const inPlain = { ...viaMountTarget, "aws:SecureTransport": "false" };
    expect(await onClient(inPlain)).toEqual(every("ExplicitlyDenied"));
  });

  it("is the same of the part and of the whole", () => {
    const statements = (state: State, call: string) =>
      state.values(`module.${call}.aws_efs_file_system_policy.this`).policy.replace(/fs-\w+/g, "");
    expect(statements(wide, "narrow")).toBe(statements(narrow, "aws"));
  });
});

it("the README's policy of an administrator lets the root be mounted as root", async () => {
  const page = readFileSync(join(__dirname, "../../csi/efs-file-system/operating.md"), "utf8");
  const [, policy] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const [{ Resource: resource }] = JSON.parse(policy).Statement;
  for (const action of clientActions) {
    const request = { action: `elasticfilesystem:${action}`, resource };
    expect(await decide(policy, request)).toBe("Allowed");
  }
});
