import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { terraform } from "../terraform/terraform";
import { examples } from "./example";
import { decide, type Request } from "./iam";

const tag = "efs.csi.aws.com/cluster";
const tagging = { [`aws:RequestTag/${tag}`]: "true", "aws:TagKeys": [tag] };
const tagged = { [`aws:ResourceTag/${tag}`]: "true" };
const creating = { "elasticfilesystem:CreateAction": "CreateAccessPoint" };

const fileSystem = "file-system/fs-0a1b2c3d4e5f60718";
const another = "file-system/fs-0ffffffffffffffff";
const accessPoint = "access-point/fsap-0a1b2c3d4e5f60718";
const object = "my-datasets/datasets/part-0";

/** What a request is for, its action, the end of the resource's ARN, and condition keys. */
type Case = readonly [title: string, action: string, what: string, context?: Request["context"]];

const allowed: Record<string, Case[]> = {
  efs: [
    ["find the file system", "DescribeFileSystems", fileSystem],
    ["find its mount targets", "DescribeMountTargets", fileSystem],
    ["list its access points", "DescribeAccessPoints", fileSystem],
    ["find an access point", "DescribeAccessPoints", accessPoint],
    ["make an access point with the driver's tag", "CreateAccessPoint", fileSystem, tagging],
    ["tag it as it is made", "TagResource", accessPoint, { ...tagging, ...creating }],
    ["delete an access point with the driver's tag", "DeleteAccessPoint", accessPoint, tagged],
    ["see the zones", "ec2:DescribeAvailabilityZones", "*"],
  ],
  s3: [
    ["list the bucket", "ListBucket", "my-datasets"],
    ["read an object", "GetObject", object],
    ["write an object", "PutObject", object],
    ["give an upload up", "AbortMultipartUpload", object],
    ["delete an object", "DeleteObject", object],
  ],
};

const denied: Record<string, Case[]> = {
  efs: [
    ["find another file system", "DescribeFileSystems", another],
    ["find one whose id begins alike", "DescribeFileSystems", `${fileSystem}0`],
    ["make an access point on another one", "CreateAccessPoint", another, tagging],
    ["make an access point without a tag", "CreateAccessPoint", fileSystem],
    [
      "make an access point with another value of the tag",
      "CreateAccessPoint",
      fileSystem,
      { ...tagging, [`aws:RequestTag/${tag}`]: "false" },
    ],
    ["tag what exists", "TagResource", accessPoint, tagging],
    ["tag the file system", "TagResource", fileSystem, tagging],
    [
      "add other tags to a new access point",
      "TagResource",
      accessPoint,
      { ...tagging, ...creating, "aws:TagKeys": [tag, "owner"] },
    ],
    ["delete an access point without the driver's tag", "DeleteAccessPoint", accessPoint],
    ["delete the file system", "DeleteFileSystem", fileSystem],
    ["delete a mount target", "DeleteMountTarget", fileSystem],
    ["change the file system's policy", "PutFileSystemPolicy", fileSystem],
    ["see instances", "ec2:DescribeInstances", "*"],
  ],
  s3: [
    ["list another bucket", "ListBucket", "other"],
    ["list one whose name begins alike", "ListBucket", "my-datasets-2"],
    ["read another bucket's object", "GetObject", "other/part-0"],
    ["write to one whose name begins alike", "PutObject", "my-datasets-2/part-0"],
    ["delete the bucket", "DeleteBucket", "my-datasets"],
    ["change the bucket's policy", "PutBucketPolicy", "my-datasets"],
    ["switch versioning off", "PutBucketVersioning", "my-datasets"],
    ["delete a version for good", "DeleteObjectVersion", object],
    ["publish an object", "PutObjectAcl", object],
  ],
};

const inputs: Record<string, object> = {
  efs: { file_system_id: "fs-0a1b2c3d4e5f60718" },
  s3: { bucket_name: "my-datasets" },
};

describe.each([
  { name: "efs", region: "us-west-2", arn: "arn:aws:elasticfilesystem:us-west-2:123456789012:" },
  {
    name: "efs",
    region: "cn-north-1",
    arn: "arn:aws-cn:elasticfilesystem:cn-north-1:123456789012:",
  },
  { name: "s3", region: "us-west-2", arn: "arn:aws:s3:::" },
  { name: "s3", region: "cn-north-1", arn: "arn:aws-cn:s3:::" },
])("the policy of examples/hcl/policies/$name in $region", ({ name, region, arn }) => {
  const vars = { ...inputs[name], ...(name === "efs" && { aws_region: region }) };
  const root = terraform(join(examples, "policies", name), { vars, env: { AWS_REGION: region } });
  let policy: string;

  beforeAll(async () => {
    policy = (await root.plan()).outputs.json;
  });

  const decision = ([, action, what, context]: Case) => {
    const service = name === "efs" ? "elasticfilesystem" : "s3";
    return decide(policy, {
      action: action.includes(":") ? action : `${service}:${action}`,
      resource: what === "*" ? what : arn + what,
      context,
    });
  };

  it.each(allowed[name].map((request) => ({ title: request[0], request })))(
    "lets the driver $title",
    async ({ request }) => expect(await decision(request)).toBe("Allowed"),
  );

  it.each(denied[name].map((request) => ({ title: request[0], request })))(
    "does not let it $title",
    async ({ request }) => expect(await decision(request)).toBe("ImplicitlyDenied"),
  );
});
