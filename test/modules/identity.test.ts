import { beforeAll, describe, expect, it } from "vitest";
import { decide, decideByResource, type Request } from "../examples/iam";
import { offline, type Plan, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";

const account = "123456789012";

/** What a request is for, its action, the end of the resource's ARN, and condition keys. */
type Case = readonly [title: string, action: string, what: string, context?: Request["context"]];

/** A call of a module, and what its policy allows and denies. */
interface Policy {
  readonly of: string;
  readonly module: string;
  readonly inputs: (partition: string, region: string) => Readonly<Record<string, unknown>>;
  readonly allowed: readonly Case[];
  readonly denied: readonly Case[];
}

const tag = "efs.csi.aws.com/cluster";
const clusterTag = "efs.csi.aws.com/cluster-name";
const tagging = { [`aws:RequestTag/${tag}`]: "true", "aws:TagKeys": [tag] };
const tagged = { [`aws:ResourceTag/${tag}`]: "true" };
const creating = { "elasticfilesystem:CreateAction": "CreateAccessPoint" };
const ownTagging = {
  ...tagging,
  [`aws:RequestTag/${clusterTag}`]: "prod",
  "aws:TagKeys": [tag, clusterTag],
};
const shared = { "aws:ResourceTag/kubernetes.io/cluster/prod": "shared" };
const foreign = { "aws:ResourceAccount": "210987654321" };

const fileSystem = "file-system/fs-0a1b2c3d4e5f60718";
const another = "file-system/fs-0ffffffffffffffff";
const accessPoint = "access-point/fsap-0a1b2c3d4e5f60718";
const object = "s3:::my-datasets/datasets/part-0";
const express = `s3express:REGION:${account}:bucket/scratch--usw2-az1--x-s3`;
const point = `s3:REGION:${account}:accesspoint/readers`;
const key = `kms:REGION:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const efs = (what: string) => `elasticfilesystem:REGION:${account}:${what}`;

const policies: readonly Policy[] = [
  {
    of: "one file system",
    module: "efs-driver-identity",
    inputs: (partition, region) => ({
      file_system_arns: [`arn:${partition}:${efs(fileSystem)}`.replace("REGION", region)],
    }),
    allowed: [
      ["find the file system", "elasticfilesystem:DescribeFileSystems", efs(fileSystem)],
      ["find its mount targets", "elasticfilesystem:DescribeMountTargets", efs(fileSystem)],
      ["list its access points", "elasticfilesystem:DescribeAccessPoints", efs(fileSystem)],
      ["find an access point", "elasticfilesystem:DescribeAccessPoints", efs(accessPoint)],
      [
        "make an access point with the driver's tag",
        "elasticfilesystem:CreateAccessPoint",
        efs(fileSystem),
        tagging,
      ],
      [
        "tag it as it is made",
        "elasticfilesystem:TagResource",
        efs(accessPoint),
        { ...tagging, ...creating },
      ],
      [
        "delete an access point with the driver's tag",
        "elasticfilesystem:DeleteAccessPoint",
        efs(accessPoint),
        tagged,
      ],
    ],
    denied: [
      ["find another file system", "elasticfilesystem:DescribeFileSystems", efs(another)],
      [
        "find one whose id begins alike",
        "elasticfilesystem:DescribeFileSystems",
        efs(`${fileSystem}0`),
      ],
      [
        "make an access point on another one",
        "elasticfilesystem:CreateAccessPoint",
        efs(another),
        tagging,
      ],
      [
        "make an access point without a tag",
        "elasticfilesystem:CreateAccessPoint",
        efs(fileSystem),
      ],
      [
        "make an access point with another value of the tag",
        "elasticfilesystem:CreateAccessPoint",
        efs(fileSystem),
        { ...tagging, [`aws:RequestTag/${tag}`]: "false" },
      ],
      ["tag what exists", "elasticfilesystem:TagResource", efs(accessPoint), tagging],
      ["tag the file system", "elasticfilesystem:TagResource", efs(fileSystem), tagging],
      [
        "add other tags to a new access point",
        "elasticfilesystem:TagResource",
        efs(accessPoint),
        { ...tagging, ...creating, "aws:TagKeys": [tag, "owner"] },
      ],
      [
        "delete an access point without the driver's tag",
        "elasticfilesystem:DeleteAccessPoint",
        efs(accessPoint),
      ],
      ["delete the file system", "elasticfilesystem:DeleteFileSystem", efs(fileSystem)],
      ["change the file system's policy", "elasticfilesystem:PutFileSystemPolicy", efs(fileSystem)],
      ["see instances", "ec2:DescribeInstances", "*"],
    ],
  },
  {
    of: "file systems that are tagged for the cluster",
    module: "efs-driver-identity",
    inputs: () => ({}),
    allowed: [
      [
        "make an access point on one that is tagged",
        "elasticfilesystem:CreateAccessPoint",
        efs(fileSystem),
        { ...tagging, ...shared },
      ],
    ],
    denied: [
      [
        "make an access point on one that is not tagged",
        "elasticfilesystem:CreateAccessPoint",
        efs(fileSystem),
        tagging,
      ],
      [
        "make an access point on one of another cluster",
        "elasticfilesystem:CreateAccessPoint",
        efs(fileSystem),
        { ...tagging, "aws:ResourceTag/kubernetes.io/cluster/dev": "owned" },
      ],
    ],
  },
  {
    of: "access points of its own",
    module: "efs-driver-identity",
    inputs: () => ({ own_access_points_only: true }),
    allowed: [
      [
        "make an access point with the cluster's tag",
        "elasticfilesystem:CreateAccessPoint",
        efs(fileSystem),
        { ...ownTagging, ...shared },
      ],
      [
        "tag it as it is made",
        "elasticfilesystem:TagResource",
        efs(accessPoint),
        { ...ownTagging, ...creating },
      ],
      [
        "delete it",
        "elasticfilesystem:DeleteAccessPoint",
        efs(accessPoint),
        { ...tagged, [`aws:ResourceTag/${clusterTag}`]: "prod" },
      ],
    ],
    denied: [
      [
        "make an access point without the cluster's tag",
        "elasticfilesystem:CreateAccessPoint",
        efs(fileSystem),
        { ...tagging, ...shared },
      ],
      [
        "delete the access point of another cluster",
        "elasticfilesystem:DeleteAccessPoint",
        efs(accessPoint),
        { ...tagged, [`aws:ResourceTag/${clusterTag}`]: "dev" },
      ],
      [
        "delete an access point without the cluster's tag",
        "elasticfilesystem:DeleteAccessPoint",
        efs(accessPoint),
        tagged,
      ],
    ],
  },
  {
    of: "buckets of each kind, one with a key",
    module: "s3-mountpoint-driver-identity",
    inputs: (partition, region) => ({
      bucket_arns: ["s3:::my-datasets", express, point].map((arn) =>
        `arn:${partition}:${arn}`.replace("REGION", region),
      ),
      kms_key_arns: [`arn:${partition}:${key}`.replace("REGION", region)],
    }),
    allowed: [
      ["list the bucket", "s3:ListBucket", "s3:::my-datasets"],
      ["read an object", "s3:GetObject", object],
      ["write an object", "s3:PutObject", object],
      ["give an upload up", "s3:AbortMultipartUpload", object],
      ["delete an object", "s3:DeleteObject", object],
      ["list through an access point", "s3:ListBucket", point],
      ["read through an access point", "s3:GetObject", `${point}/object/part-0`],
      ["use a directory bucket", "s3express:CreateSession", express],
      ["read what is encrypted", "kms:Decrypt", key],
      ["write encrypted", "kms:GenerateDataKey", key],
    ],
    denied: [
      ["list another bucket", "s3:ListBucket", "s3:::other"],
      ["list one whose name begins alike", "s3:ListBucket", "s3:::my-datasets-2"],
      ["read another bucket's object", "s3:GetObject", "s3:::other/part-0"],
      ["write to one whose name begins alike", "s3:PutObject", "s3:::my-datasets-2/part-0"],
      ["list a bucket that somebody else took over", "s3:ListBucket", "s3:::my-datasets", foreign],
      ["write to it", "s3:PutObject", object, foreign],
      ["delete the bucket", "s3:DeleteBucket", "s3:::my-datasets"],
      ["change the bucket's policy", "s3:PutBucketPolicy", "s3:::my-datasets"],
      ["switch versioning off", "s3:PutBucketVersioning", "s3:::my-datasets"],
      ["delete a version for good", "s3:DeleteObjectVersion", object],
      ["publish an object", "s3:PutObjectAcl", object],
      ["use another directory bucket", "s3express:CreateSession", express.replace("scratch", "a")],
      ["delete a directory bucket", "s3express:DeleteBucket", express],
      ["delete the key", "kms:ScheduleKeyDeletion", key],
      ["use another key", "kms:Decrypt", key.replace("1234abcd", "0000abcd")],
    ],
  },
  {
    of: "buckets that may only be read",
    module: "s3-mountpoint-driver-identity",
    inputs: (partition, region) => ({
      bucket_arns: ["s3:::my-datasets", express].map((arn) =>
        `arn:${partition}:${arn}`.replace("REGION", region),
      ),
      read_only: true,
    }),
    allowed: [
      ["list the bucket", "s3:ListBucket", "s3:::my-datasets"],
      ["read an object", "s3:GetObject", object],
      [
        "read a directory bucket",
        "s3express:CreateSession",
        express,
        { "s3express:SessionMode": "ReadOnly" },
      ],
    ],
    denied: [
      ["write an object", "s3:PutObject", object],
      ["delete an object", "s3:DeleteObject", object],
      [
        "write to a directory bucket",
        "s3express:CreateSession",
        express,
        { "s3express:SessionMode": "ReadWrite" },
      ],
    ],
  },
];

describe.runIf(offline).each([
  { partition: "aws", region: "us-west-2" },
  { partition: "aws-cn", region: "cn-north-1" },
  { partition: "aws-us-gov", region: "us-gov-west-1" },
])("in $region", ({ partition, region }) => {
  const cluster_arn = `arn:${partition}:eks:${region}:${account}:cluster/prod`;

  describe.each(policies)("the policy of $module for $of", ({ module, inputs, ...cases }) => {
    let plan: Plan;

    beforeAll(async () => {
      const call = { cluster_arn, ...inputs(partition, region) };
      plan = await terraform(callsOf(module, { it: call })).plan();
    });

    const decision = ([, action, what, context]: Case) =>
      decide(plan.after("module.it.aws_iam_role_policy.this").policy, {
        action,
        resource: what === "*" ? what : `arn:${partition}:${what}`.replace("REGION", region),
        context: {
          ...(action.startsWith("kms:") ? {} : { "aws:ResourceAccount": account }),
          ...context,
        },
      });

    it.each(cases.allowed.map((request) => ({ title: request[0], request })))(
      "lets the driver $title",
      async ({ request }) => expect(await decision(request)).toBe("Allowed"),
    );

    it.each(cases.denied.map((request) => ({ title: request[0], request })))(
      "does not let it $title",
      async ({ request }) => expect(await decision(request)).toBe("ImplicitlyDenied"),
    );
  });
});

describe.runIf(offline).each([
  { module: "efs-driver-identity", serviceAccount: "efs-csi-controller-sa" },
  { module: "s3-mountpoint-driver-identity", serviceAccount: "s3-csi-driver-sa" },
])("the role of $module", ({ module, serviceAccount }) => {
  let trust: string;
  const tags = {
    "aws:RequestTag/eks-cluster-arn": `arn:aws:eks:us-west-2:${account}:cluster/prod`,
    "aws:RequestTag/kubernetes-namespace": "kube-system",
    "aws:RequestTag/kubernetes-service-account": serviceAccount,
  };
  const take = (context: Record<string, string>, service = "pods.eks.amazonaws.com") =>
    Promise.all(
      ["sts:AssumeRole", "sts:TagSession"].map((action) =>
        decideByResource(
          trust,
          { action, resource: `arn:aws:iam::${account}:role/driver`, context },
          service,
        ),
      ),
    );

  beforeAll(async () => {
    const plan = await terraform(callsOf(module, { it: {} })).plan();
    trust = plan.after("module.it.aws_iam_role.this").assume_role_policy;
    expect(plan.after("module.it.aws_eks_pod_identity_association.this")).toMatchObject({
      region: "us-west-2",
      cluster_name: "prod",
      namespace: "kube-system",
      service_account: serviceAccount,
    });
    expect(plan.after("module.it.time_sleep.this").create_duration).toBe("30s");
  });

  it("is for the pods of the service account", async () => {
    expect(await take(tags)).toEqual(["Allowed", "Allowed"]);
  });

  it.each([
    ["another service account", { "aws:RequestTag/kubernetes-service-account": "default" }],
    ["another namespace", { "aws:RequestTag/kubernetes-namespace": "default" }],
    [
      "another cluster",
      { "aws:RequestTag/eks-cluster-arn": `arn:aws:eks:us-west-2:${account}:cluster/dev` },
    ],
  ])("is not for %s", async (_, other) => {
    expect(await take({ ...tags, ...other })).toEqual(["ImplicitlyDenied", "ImplicitlyDenied"]);
  });

  it("is not for another service of AWS", async () => {
    expect(await take(tags, "ec2.amazonaws.com")).toEqual(["ImplicitlyDenied", "ImplicitlyDenied"]);
  });
});

it.runIf(offline)("the output associations orders what depends on it after the pause", async () => {
  const driver = {
    source: "./modules/csi/s3-mountpoint",
    aws_region: "us-west-2",
    bucket_name: "my-bucket",
    depends_on: ["module.it.associations"],
  };
  const root = terraform({
    ...callsOf("s3-mountpoint-driver-identity", { it: {} }),
    "driver.tf.json": JSON.stringify({ module: { driver } }),
  });
  await root.apply();
  const made = root.history.map(({ type }) => type);
  expect(made.indexOf("aws_iam_role_policy")).toBeLessThan(made.indexOf("time_sleep"));
  expect(made.indexOf("time_sleep")).toBeLessThan(made.indexOf("helm_release"));
});
