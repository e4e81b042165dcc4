import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { decide, decideByResource, type Request } from "../examples/iam";
import { offline, type State, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";

/** What a request is for, by its action, its resource, and condition keys. */
type Cases = Readonly<Record<string, readonly [string, string, Request["context"]?]>>;

const table = readFileSync(join(__dirname, "s3-files-policies.yaml"), "utf8");

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
  const through = (system: string) => ({
    "s3files:AccessPointArn": `${system}/access-point/fsap-0123456789abcdef0`,
  });
  const policies: Record<string, { allowed: Cases; denied: Cases }> = parse(
    table
      .replaceAll("PARTITION", partition)
      .replaceAll("REGION", region)
      .replaceAll("SUFFIX", suffix),
  );
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

  // The simulator knows no encryption context: another key of KMS stands in for it.
  const policyOf: Record<string, () => string> = {
    controller: () => identity.values("module.it.aws_iam_role_policy.controller").policy,
    node: () => identity.values("module.it.aws_iam_role_policy.node").policy,
    service: () =>
      made
        .values("module.it.aws_iam_role_policy.this")
        .policy.replaceAll("kms:EncryptionContext:aws:s3:arn", "kms:RequestAlias"),
  };

  describe.each(Object.entries(policies))("the policy of the %s", (name, { allowed, denied }) => {
    const decided = ([action, resource, context]: Cases[string]) =>
      decide(policyOf[name](), { action, resource, context });

    it.each(Object.entries(allowed))("lets it %s", async (_, request) =>
      expect(await decided(request)).toBe("Allowed"),
    );

    it.each(Object.entries(denied))("does not let it %s", async (_, request) =>
      expect(await decided(request)).toBe("ImplicitlyDenied"),
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

  it("S3 Files alone gets the role, for file systems of the account and region", async () => {
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
