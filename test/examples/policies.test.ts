import { beforeAll, describe, expect, it } from "vitest";
import { offline, type State } from "../terraform/terraform";
import { applied, vars } from "./example";
import { decide, type Request } from "./iam";

const arn = "arn:aws:elasticfilesystem:us-west-2:123456789012";
const accessPoint = `${arn}:access-point/fsap-0a1b2c3d4e5f60718`;
const otherFileSystem = `${arn}:file-system/fs-0ffffffffffffffff`;

const tag = "efs.csi.aws.com/cluster";
const tagging = { [`aws:RequestTag/${tag}`]: "true", "aws:TagKeys": [tag] };
const tagged = { [`aws:ResourceTag/${tag}`]: "true" };
const creating = { "elasticfilesystem:CreateAction": "CreateAccessPoint" };

/** What an example made. */
interface Made {
  readonly fileSystem: string;
  readonly bucket: string;
}

/** What a request is for, its action, resource and context. */
type Case = readonly [
  title: string,
  action: string,
  resource: (made: Made) => string,
  context?: Request["context"],
];

const fileSystem = (made: Made) => made.fileSystem;
const anAccessPoint = () => accessPoint;
const bucket = (made: Made) => made.bucket;
const object = (made: Made) => `${made.bucket}/datasets/part-0`;

const efs: { allowed: Case[]; denied: Case[] } = {
  allowed: [
    ["find the file system", "DescribeFileSystems", fileSystem],
    ["find its mount targets", "DescribeMountTargets", fileSystem],
    ["list its access points", "DescribeAccessPoints", fileSystem],
    ["find an access point", "DescribeAccessPoints", anAccessPoint],
    ["make an access point with the driver's tag", "CreateAccessPoint", fileSystem, tagging],
    ["tag it as it is made", "TagResource", anAccessPoint, { ...tagging, ...creating }],
    ["delete an access point with the driver's tag", "DeleteAccessPoint", anAccessPoint, tagged],
  ],
  denied: [
    ["find another file system", "DescribeFileSystems", () => otherFileSystem],
    ["find one whose id begins alike", "DescribeFileSystems", (made) => `${made.fileSystem}0`],
    ["find one in another region", "DescribeFileSystems", inAnotherRegion],
    ["make an access point on another one", "CreateAccessPoint", () => otherFileSystem, tagging],
    ["make an access point without a tag", "CreateAccessPoint", fileSystem],
    [
      "make an access point with another value of the tag",
      "CreateAccessPoint",
      fileSystem,
      { ...tagging, [`aws:RequestTag/${tag}`]: "false" },
    ],
    ["tag what exists", "TagResource", anAccessPoint, tagging],
    ["tag the file system", "TagResource", fileSystem, tagging],
    [
      "add other tags to a new access point",
      "TagResource",
      anAccessPoint,
      { ...tagging, ...creating, "aws:TagKeys": [tag, "owner"] },
    ],
    ["delete an access point without the driver's tag", "DeleteAccessPoint", anAccessPoint],
    ["delete the file system", "DeleteFileSystem", fileSystem],
    ["delete a mount target", "DeleteMountTarget", fileSystem],
    ["change the file system's policy", "PutFileSystemPolicy", fileSystem],
  ],
};

const s3: { allowed: Case[]; denied: Case[] } = {
  allowed: [
    ["list the bucket", "ListBucket", bucket],
    ["read an object", "GetObject", object],
    ["write an object", "PutObject", object],
    ["give an upload up", "AbortMultipartUpload", object],
    ["delete an object", "DeleteObject", object],
  ],
  denied: [
    ["list another bucket", "ListBucket", () => "arn:aws:s3:::other"],
    ["list one whose name begins alike", "ListBucket", (made) => `${made.bucket}-2`],
    ["read another bucket's object", "GetObject", () => "arn:aws:s3:::other/part-0"],
    ["write to one whose name begins alike", "PutObject", (made) => `${made.bucket}-2/part-0`],
    ["delete the bucket", "DeleteBucket", bucket],
    ["change the bucket's policy", "PutBucketPolicy", bucket],
    ["switch versioning off", "PutBucketVersioning", bucket],
    ["delete a version for good", "DeleteObjectVersion", object],
    ["publish an object", "PutObjectAcl", object],
  ],
};

function inAnotherRegion(made: Made): string {
  return made.fileSystem.replace("us-west-2", "us-east-1");
}

describe.runIf(offline).each(["pod-identity", "irsa", "node-role", "graphscope"])(
  "the policies of examples/hcl/%s, as IAM decides on them,",
  (name) => {
    let state: State;
    let made: Made;

    beforeAll(async () => {
      state = await applied(name);
      const own = state.resources.get("aws_s3_bucket.this")?.bucket;
      made = {
        fileSystem: state.values("module.efs.aws_efs_file_system.this").arn,
        bucket: `arn:aws:s3:::${own ?? vars.bucket_name}`,
      };
    });

    const decision = (driver: string, service: string, [, action, resource, context]: Case) => {
      const { policy } = state.values(`aws_iam_role_policy.${driver}`);
      return decide(policy, { action: `${service}:${action}`, resource: resource(made), context });
    };

    describe("let the EFS driver", () => {
      for (const request of efs.allowed) {
        it(request[0], async () => {
          expect(await decision("efs", "elasticfilesystem", request)).toBe("Allowed");
        });
      }

      for (const request of efs.denied) {
        it(`not ${request[0]}`, async () => {
          expect(await decision("efs", "elasticfilesystem", request)).toBe("ImplicitlyDenied");
        });
      }

      it("see the zones, and no instance", async () => {
        const see = (action: string) => decision("efs", "ec2", ["", action, () => "*"]);
        expect(await see("DescribeAvailabilityZones")).toBe("Allowed");
        expect(await see("DescribeInstances")).toBe("ImplicitlyDenied");
      });

      it("not read the bucket", async () => {
        expect(await decision("efs", "s3", ["", "GetObject", object])).toBe("ImplicitlyDenied");
      });
    });

    describe("let Mountpoint", () => {
      for (const request of s3.allowed) {
        it(request[0], async () => {
          expect(await decision("s3", "s3", request)).toBe("Allowed");
        });
      }

      for (const request of s3.denied) {
        it(`not ${request[0]}`, async () => {
          expect(await decision("s3", "s3", request)).toBe("ImplicitlyDenied");
        });
      }

      it("not use the file system", async () => {
        const find: Case = ["", "DescribeFileSystems", fileSystem];
        expect(await decision("s3", "elasticfilesystem", find)).toBe("ImplicitlyDenied");
      });
    });
  },
);
