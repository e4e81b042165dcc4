import { beforeAll, describe, expect, it } from "vitest";
import { offline, type State } from "../terraform/terraform";
import { applied, chinese, vars } from "./example";
import { decide, type Request } from "./iam";

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
const otherFileSystem = (made: Made) => made.fileSystem.replace(/fs-\w+$/, "fs-0ffffffffffffffff");
const inAnotherRegion = (made: Made) =>
  made.fileSystem.replace(/us-west-2|cn-north-1/, "us-east-1");
const anAccessPoint = (made: Made) =>
  made.fileSystem.replace(/file-system.*/, "access-point/fsap-0a1b2c3d4e5f60718");
const bucket = (made: Made) => made.bucket;
const object = (made: Made) => `${made.bucket}/datasets/part-0`;
const otherBucket = (made: Made) => made.bucket.replace(/[^:]*$/, "other");

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
    ["find another file system", "DescribeFileSystems", otherFileSystem],
    ["find one whose id begins alike", "DescribeFileSystems", (made) => `${made.fileSystem}0`],
    ["find one in another region", "DescribeFileSystems", inAnotherRegion],
    ["make an access point on another one", "CreateAccessPoint", otherFileSystem, tagging],
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
    ["list another bucket", "ListBucket", otherBucket],
    ["list one whose name begins alike", "ListBucket", (made) => `${made.bucket}-2`],
    ["read another bucket's object", "GetObject", (made) => `${otherBucket(made)}/part-0`],
    ["write to one whose name begins alike", "PutObject", (made) => `${made.bucket}-2/part-0`],
    ["delete the bucket", "DeleteBucket", bucket],
    ["change the bucket's policy", "PutBucketPolicy", bucket],
    ["switch versioning off", "PutBucketVersioning", bucket],
    ["delete a version for good", "DeleteObjectVersion", object],
    ["publish an object", "PutObjectAcl", object],
  ],
};

// All call the same modules for their policies. Once is enough where ARNs begin with "arn:aws:".
describe.runIf(offline).each([
  { name: "pod-identity", region: vars.region, partition: "aws" },
  { name: "irsa", region: chinese, partition: "aws-cn" },
  { name: "node-role", region: chinese, partition: "aws-cn" },
  { name: "graphscope", region: chinese, partition: "aws-cn" },
])(
  "the policies of examples/hcl/$name in $region, as IAM decides on them,",
  ({ name, region, partition }) => {
    let state: State;
    let made: Made;

    beforeAll(async () => {
      state = await applied(name, region);
      const own = state.resources.get("aws_s3_bucket.this")?.bucket;
      made = {
        fileSystem: state.values("module.efs.aws_efs_file_system.this").arn,
        bucket: `arn:${partition}:s3:::${own ?? vars.bucket_name}`,
      };
    });

    const decision = (driver: string, service: string, [, action, resource, context]: Case) => {
      const { policy } = state.values(`aws_iam_role_policy.${driver}`);
      return decide(policy, { action: `${service}:${action}`, resource: resource(made), context });
    };

    it("are, with those of AWS's own, in the partition of the region", () => {
      expect(made.fileSystem).toContain(`arn:${partition}:elasticfilesystem:${region}:`);
      for (const [address, { policy_arn: arn }] of state.resources) {
        if (address.startsWith("aws_iam_role_policy_attachment.")) {
          expect(arn).toMatch(new RegExp(`^arn:${partition}:iam::aws:policy/`));
        }
      }
    });

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
