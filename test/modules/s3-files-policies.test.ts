import { beforeAll, describe, expect, it } from "vitest";
import { decide, decideByResource, type Request } from "../examples/iam";
import { offline, type State, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";

const tag = "efs.csi.aws.com/cluster";
const tagging = { [`aws:RequestTag/${tag}`]: "true", "aws:TagKeys": [tag] };
const tagged = { [`aws:ResourceTag/${tag}`]: "true" };
const creating = { "s3files:CreateAction": "CreateAccessPoint" };

/** What a request is for, its action, its resource, and condition keys. */
type Case = readonly [title: string, action: string, of: string, context?: Request["context"]];

describe.runIf(offline).each([
  { partition: "aws", region: "us-west-2", suffix: "amazonaws.com" },
  { partition: "aws-cn", region: "cn-north-1", suffix: "amazonaws.com.cn" },
])("the policies of S3 Files in $partition", ({ partition, region, suffix }) => {
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:123456789012:${resource}`;
  const bucket = `arn:${partition}:s3:::my-bucket`;
  const key = arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");
  const given = arn("s3files", "file-system/fs-0123456789abcdef0");
  const another = arn("s3files", "file-system/fs-0ffffffffffffffff");
  const point = (system: string) => `${system}/access-point/fsap-0123456789abcdef0`;
  const through = (system: string) => ({ "s3files:AccessPointArn": point(system) });
  const ours = { "aws:ResourceAccount": "123456789012" };
  const theirs = { "aws:ResourceAccount": "210987654321" };
  const common = { cluster_arn: arn("eks", "cluster/prod"), aws_region: region };
  const call = (module: string, inputs: object) =>
    terraform(callsOf(module, { it: { ...common, ...inputs } }), { env: { AWS_REGION: region } });
  let made: State;
  let identity: State;

  beforeAll(async () => {
    const keys = { bucket_kms_key_arns: [key] };
    made = await call("s3-files-file-system", { bucket_arn: bucket, ...keys }).apply();
    const inputs = { file_system_arns: [given], bucket_arns: [bucket], ...keys };
    identity = await call("s3-files-driver-identity", inputs).apply();
  });

  const decided = (policy: string, [, action, resource, context]: Case) =>
    decide(policy, { action, resource, context });
  const cases = (requests: readonly Case[]) =>
    requests.map((request) => ({ title: request[0], request }));

  describe("the controller", () => {
    const policy = () =>
      identity.values("module.it.aws_iam_role_policy.controller").policy as string;

    it.each(
      cases([
        ["list access points", "s3files:ListAccessPoints", point(given)],
        ["make one with the driver's tag", "s3files:CreateAccessPoint", given, tagging],
        ["tag it as it is made", "s3files:TagResource", point(given), { ...tagging, ...creating }],
        ["delete one with the driver's tag", "s3files:DeleteAccessPoint", point(given), tagged],
      ]),
    )("may $title", async ({ request }) =>
      expect(await decided(policy(), request)).toBe("Allowed"),
    );

    it.each(
      cases([
        ["make one without a tag", "s3files:CreateAccessPoint", given],
        ["make one on another file system", "s3files:CreateAccessPoint", another, tagging],
        ["tag what exists", "s3files:TagResource", point(given), tagging],
        [
          "give further tags",
          "s3files:TagResource",
          point(given),
          { ...tagging, ...creating, "aws:TagKeys": [tag, "owner"] },
        ],
        ["delete one without the tag", "s3files:DeleteAccessPoint", point(given)],
        ["delete another file system's", "s3files:DeleteAccessPoint", point(another), tagged],
        ["delete the file system", "s3files:DeleteFileSystem", given],
        ["mount", "s3files:ClientMount", given, through(given)],
      ]),
    )("may not $title", async ({ request }) =>
      expect(await decided(policy(), request)).toBe("ImplicitlyDenied"),
    );
  });

  describe("the node pods", () => {
    const policy = () => identity.values("module.it.aws_iam_role_policy.node").policy as string;

    it.each(
      cases([
        ["mount by an access point", "s3files:ClientMount", given, through(given)],
        ["write by an access point", "s3files:ClientWrite", given, through(given)],
        ["look the file system up", "s3files:GetFileSystem", given],
        ["list the bucket", "s3:ListBucket", bucket, ours],
        ["read an object", "s3:GetObject", `${bucket}/a`, ours],
        ["read a version of one", "s3:GetObjectVersion", `${bucket}/a`, ours],
        ["decrypt it", "kms:Decrypt", key],
      ]),
    )("may $title", async ({ request }) =>
      expect(await decided(policy(), request)).toBe("Allowed"),
    );

    it.each(
      cases([
        ["mount the root", "s3files:ClientMount", given],
        ["mount another file system", "s3files:ClientMount", another, through(another)],
        ["be root", "s3files:ClientRootAccess", given, through(given)],
        ["write an object", "s3:PutObject", `${bucket}/a`, ours],
        ["read another bucket", "s3:GetObject", `${bucket}-2/a`, ours],
        ["read a bucket that somebody else took over", "s3:GetObject", `${bucket}/a`, theirs],
        ["encrypt", "kms:Encrypt", key],
        ["make access points", "s3files:CreateAccessPoint", given, tagging],
      ]),
    )("may not $title", async ({ request }) =>
      expect(await decided(policy(), request)).toBe("ImplicitlyDenied"),
    );
  });

  it("nobody mounts but by an access point of the file system, whatever IAM allows", async () => {
    const values = made.values("module.it.aws_s3files_file_system_policy.this");
    const fileSystem = made.values("module.it.aws_s3files_file_system.this").arn as string;
    const all = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3files:*", Resource: "*" }],
    });
    const decision = (action: string, context: Request["context"]) =>
      decide(all, { action, resource: fileSystem, context }, values.policy);
    for (const action of ["ClientMount", "ClientWrite", "ClientRootAccess"]) {
      expect(await decision(`s3files:${action}`, through(fileSystem))).toBe("Allowed");
      expect(await decision(`s3files:${action}`, through(another))).toBe("ExplicitlyDenied");
      expect(await decision(`s3files:${action}`, {})).toBe("ExplicitlyDenied");
    }
    expect(await decision("s3files:DeleteFileSystem", {})).toBe("Allowed");
  });

  describe("S3 Files itself", () => {
    // The simulator knows no encryption context: another key of KMS stands in for it.
    const policy = () =>
      (made.values("module.it.aws_iam_role_policy.this").policy as string).replaceAll(
        "kms:EncryptionContext:aws:s3:arn",
        "kms:RequestAlias",
      );
    const rule = arn("events", "rule/DO-NOT-DELETE-S3-Files-1");
    const managed = { "events:ManagedBy": "elasticfilesystem.amazonaws.com" };
    const forBucket = {
      "kms:ViaService": `s3.${region}.${suffix}`,
      "kms:RequestAlias": `${bucket}/a`,
    };

    it.each(
      cases([
        ["list the bucket", "s3:ListBucket", bucket, ours],
        ["list its versions", "s3:ListBucketVersions", bucket, ours],
        ["read an object", "s3:GetObject", `${bucket}/a`, ours],
        ["write one", "s3:PutObject", `${bucket}/a`, ours],
        ["delete one", "s3:DeleteObject", `${bucket}/a`, ours],
        ["be told of changes", "events:PutRule", rule, managed],
        ["see the rules", "events:DescribeRule", arn("events", "rule/other")],
        ["encrypt an object", "kms:GenerateDataKey", key, forBucket],
      ]),
    )("may $title", async ({ request }) =>
      expect(await decided(policy(), request)).toBe("Allowed"),
    );

    it.each(
      cases([
        ["touch another bucket", "s3:GetObject", `${bucket}-2/a`, ours],
        ["touch one that somebody else took over", "s3:PutObject", `${bucket}/a`, theirs],
        ["delete the bucket", "s3:DeleteBucket", bucket, ours],
        ["change the bucket's policy", "s3:PutBucketPolicy", bucket, ours],
        ["change another's rule", "events:PutRule", arn("events", "rule/other"), managed],
        ["change a rule that it did not make", "events:DeleteRule", rule],
        [
          "use the key for another bucket",
          "kms:Decrypt",
          key,
          { ...forBucket, "kms:RequestAlias": `${bucket}-2/a` },
        ],
        ["use the key past S3", "kms:Decrypt", key],
      ]),
    )("may not $title", async ({ request }) =>
      expect(await decided(policy(), request)).toBe("ImplicitlyDenied"),
    );

    it("alone gets the role, for file systems of the account and region", async () => {
      const role = made.values("module.it.aws_iam_role.this");
      const decision = (principal: string, source: string, account = "123456789012") =>
        decideByResource(
          role.assume_role_policy,
          {
            action: "sts:AssumeRole",
            resource: role.arn,
            context: { "aws:SourceArn": source, "aws:SourceAccount": account },
          },
          principal,
        );
      const service = "elasticfilesystem.amazonaws.com";
      expect(await decision(service, given)).toBe("Allowed");
      expect(await decision("s3.amazonaws.com", given)).not.toBe("Allowed");
      expect(await decision(service, given, "210987654321")).not.toBe("Allowed");
      expect(await decision(service, arn("elasticfilesystem", "file-system/fs-1"))).not.toBe(
        "Allowed",
      );
    });
  });
});
