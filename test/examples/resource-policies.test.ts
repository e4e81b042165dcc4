import { beforeAll, describe, expect, it } from "vitest";
import { offline, type State } from "../terraform/terraform";
import { applied, chinese, vars } from "./example";
import { decideForAnyone, decideForService, type Request } from "./iam";

const denied = ["ImplicitlyDenied", "ImplicitlyDenied"];

describe.runIf(offline).each([
  { name: "pod-identity", region: vars.region, partition: "aws" },
  { name: "graphscope", region: chinese, partition: "aws-cn" },
])("the roles of examples/hcl/$name in $region", ({ name, region, partition }) => {
  let state: State;

  beforeAll(async () => {
    state = await applied(name, region);
  });

  const cluster = `arn:${partition}:eks:${region}:123456789012:cluster`;
  const tags = {
    "aws:RequestTag/eks-cluster-arn": `${cluster}/prod`,
    "aws:RequestTag/kubernetes-namespace": "kube-system",
    "aws:RequestTag/kubernetes-service-account": "s3-csi-driver-sa",
  };
  const take = (service: string, context: Request["context"]) => {
    const address = name === "graphscope" ? 'aws_iam_role.driver["s3"]' : "aws_iam_role.s3";
    const { arn, assume_role_policy: trust } = state.values(address);
    const actions = ["sts:AssumeRole", "sts:TagSession"];
    const requests = actions.map((action) => ({ action, resource: arn, context }));
    return Promise.all(requests.map((request) => decideForService(service, trust, request)));
  };

  it("are for the driver's own pods", async () => {
    expect(await take("pods.eks.amazonaws.com", tags)).toEqual(["Allowed", "Allowed"]);
  });

  it.each([
    ["another service account", "kubernetes-service-account", "default"],
    ["another namespace", "kubernetes-namespace", "default"],
    ["another cluster", "eks-cluster-arn", `${cluster}/dev`],
  ])("are not for %s", async (_, key, value) => {
    const context = { ...tags, [`aws:RequestTag/${key}`]: value };
    expect(await take("pods.eks.amazonaws.com", context)).toEqual(denied);
  });

  it("are not for another service of AWS", async () => {
    expect(await take("ec2.amazonaws.com", tags)).toEqual(denied);
  });
});

describe.runIf(offline)(
  "the file-system policy of modules/csi/efs, for a client that does not sign,",
  () => {
    let fileSystem: string;
    let policy: string;

    beforeAll(async () => {
      const state = await applied("pod-identity", vars.region);
      fileSystem = state.values("module.efs.aws_efs_file_system.this").arn;
      policy = state.values("module.efs.aws_efs_file_system_policy.this").policy;
    });

    const decision = (action: string, context: Request["context"], resource = fileSystem) =>
      decideForAnyone(policy, { action: `elasticfilesystem:${action}`, resource, context });
    const overTls = { "aws:SecureTransport": "true" };
    const inPlain = { "aws:SecureTransport": "false" };
    const viaMountTarget = { "elasticfilesystem:AccessedViaMountTarget": "true" };
    const client = ["ClientMount", "ClientWrite", "ClientRootAccess"];

    it.each(client)("allows %s over TLS through a mount target", async (action) => {
      expect(await decision(action, { ...overTls, ...viaMountTarget })).toBe("Allowed");
    });

    it.each(client)("denies %s without TLS, through a mount target too", async (action) => {
      expect(await decision(action, { ...inPlain, ...viaMountTarget })).toBe("ExplicitlyDenied");
    });

    it.each(client)("does not allow %s by another way than a mount target", async (action) => {
      expect(await decision(action, overTls)).toBe("ImplicitlyDenied");
      const another = { ...overTls, "elasticfilesystem:AccessedViaMountTarget": "false" };
      expect(await decision(action, another)).toBe("ImplicitlyDenied");
    });

    it.each([
      "DeleteFileSystem",
      "PutFileSystemPolicy",
      "CreateAccessPoint",
      "DescribeFileSystems",
    ])("does not allow %s", async (action) => {
      expect(await decision(action, overTls)).toBe("ImplicitlyDenied");
    });

    it("says nothing of another file system", async () => {
      const context = { ...overTls, ...viaMountTarget };
      expect(
        await decision(
          "ClientMount",
          context,
          "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0ffffffffffffffff",
        ),
      ).toBe("ImplicitlyDenied");
    });
  },
);
