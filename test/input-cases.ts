import { join } from "node:path";

/** Values of one prop that its rules accept and reject. */
export interface InputCases {
  /** Other props that it is given together with, where a rejected case does not have its own. */
  readonly given?: Readonly<Record<string, unknown>>;
  readonly accepted: readonly unknown[];
  /** A rejected value, and what its message says must be, shows and is not shown. */
  readonly rejected: readonly {
    readonly value: unknown;
    readonly must: string;
    readonly got?: unknown;
    readonly given?: Readonly<Record<string, unknown>>;
  }[];
}

const rejected = (must: string, ...values: unknown[]) => values.map((value) => ({ value, must }));

/** What passes and what does not, of a prop of a module's construct, in HCL and in code alike. */
export function casesOf(module: string, prop: string): InputCases {
  const cases = casesOfModules[module]?.[prop] ?? inputCases[prop];
  if (cases === undefined) {
    throw new Error(
      `test/input-cases.ts has no cases for ${prop} of the module ${module}: add some`,
    );
  }
  return cases;
}

/** By prop: the cases where all modules have the same rules. */
const inputCases: Readonly<Record<string, InputCases>> = {
  awsRegion: {
    accepted: [
      "ap-southeast-5",
      "us-west-2",
      "us-gov-west-1",
      "cn-north-1",
      "us-iso-east-1",
      "us-isob-east-1",
      "eusc-de-east-1",
    ],
    rejected: rejected(
      "must be an AWS region such as us-west-2",
      "us-west",
      "US-WEST-2",
      "Us-west-2",
      "us-west-2a",
      "us_west_2",
      "us-west-0",
      " us-west-2",
      "us-west-2\n",
      "",
    ),
  },
  bucketAccountIds: {
    accepted: [[], ["123456789012"], ["123456789012", "210987654321"]],
    rejected: [
      {
        value: ["123456789012", "12345678901", "1234567890123", "prod", ""],
        must: "must hold IDs of AWS accounts such as 123456789012",
        got: ["12345678901", "1234567890123", "prod", ""],
      },
    ],
  },
  bucketArns: {
    accepted: [
      ["arn:aws:s3:::my-bucket"],
      [
        "arn:aws-cn:s3:::Legacy_Bucket.example.com",
        "arn:aws:s3:us-west-2:123456789012:accesspoint/my-access-point",
        "arn:aws:s3::123456789012:accesspoint/multi-region.mrap",
        "arn:aws:s3express:us-west-2:123456789012:bucket/name--usw2-az1--x-s3",
        "arn:aws:s3express:us-west-2:123456789012:accesspoint/name--usw2-az1--xa-s3",
      ],
    ],
    rejected: [
      { value: [], must: "must hold at least one ARN" },
      {
        value: [
          "arn:aws:s3:::my-bucket",
          "my-bucket",
          "arn:aws:s3:::my-bucket/logs",
          "arn:aws:s3:::*",
          "",
        ],
        must: "must hold ARNs of buckets, directory buckets or access points",
        got: ["my-bucket", "arn:aws:s3:::my-bucket/logs", "arn:aws:s3:::*", ""],
      },
    ],
  },
  bucketName: {
    accepted: [
      "my-bucket",
      "logs.example.com",
      "Legacy_Bucket",
      "a".repeat(255),
      "name--usw2-az1--x-s3",
      "my-access-point-hrzrlukc5m36ft7okagglf3gmwluquse1b-s3alias",
      "arn:aws:s3:us-west-2:123456789012:accesspoint/my-access-point",
      "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint/china",
      "arn:aws:s3::123456789012:accesspoint/multi-region.mrap",
      "arn:aws:s3-outposts:us-east-1:123456789012:outpost/op-01ac5d28a6a232904/accesspoint/name",
    ],
    rejected: rejected(
      "write my-bucket, without s3:// before it and without a prefix after it",
      "s3://my-bucket",
      "my-bucket/prefix",
      "my-bucket/",
      "arn:aws:s3:::my-bucket",
      "ab",
      "a".repeat(256),
      "my bucket",
      "-my-bucket",
      "my-bucket-",
      "my-bucket.",
      "my-bucket\n",
      "",
    ),
  },
  clusterArn: {
    accepted: [
      "arn:aws:eks:us-west-2:123456789012:cluster/prod",
      "arn:aws-cn:eks:cn-north-1:123456789012:cluster/Prod_1-a",
    ],
    rejected: rejected(
      "must be the ARN of an EKS cluster such as arn:aws:eks:us-west-2:123456789012:cluster/prod",
      "prod",
      "arn:aws:eks:us-west-2:123456789012:cluster/",
      "arn:aws:eks:us-west-2:123456789012:cluster/-prod",
      "arn:aws:eks:us-west-2:12345:cluster/prod",
      "arn:aws:eks:us-west-2:123456789012:nodegroup/prod",
      "arn:aws:eks:us-west-2:123456789012:cluster/prod\n",
      "",
    ),
  },
  clusterName: {
    accepted: ["prod", "Prod_1-a", "7", "a".repeat(100)],
    rejected: rejected(
      "must be a name that EKS accepts",
      "",
      "-prod",
      "_prod",
      "prod.eu",
      "prod eu",
      "a".repeat(101),
      "prod\n",
    ),
  },
  fileSystemArns: {
    accepted: [
      [],
      [
        "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0123456789abcdef0",
        "arn:aws-cn:elasticfilesystem:cn-north-1:123456789012:file-system/fs-12345678",
      ],
    ],
    rejected: [
      {
        value: [
          "fs-0123456789abcdef0",
          "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/*",
          "arn:aws:elasticfilesystem:us-west-2:123456789012:access-point/fsap-12345678",
          "",
        ],
        must: "must hold ARNs of EFS file systems such as arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0123456789abcdef0",
      },
    ],
  },
  helmChartVersion: {
    accepted: [
      "2.4.5",
      "v2.4.5",
      "0.1.0",
      "10.20.30",
      "1.0.0-rc.1",
      "1.0.0-0.x7.0-9",
      "1.0.0+build.05",
    ],
    rejected: rejected(
      "must be one exact version such as",
      "2.4",
      "2",
      ">= 2.4.5",
      "~> 2.4",
      "^2.4.5",
      "2.4.x",
      "02.4.5",
      "1.0.0-",
      "1.0.0-a..b",
      "1.0.0-01",
      "1.0.0+",
      "latest",
      "2.4.5 ",
      "",
    ),
  },
  kmsKeyArns: {
    accepted: [
      [],
      [
        "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-west-2:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab",
      ],
    ],
    rejected: [
      {
        value: [
          "1234abcd-12ab-34cd-56ef-1234567890ab",
          "arn:aws:kms:us-west-2:123456789012:alias/storage",
          "arn:aws:kms:us-west-2:123456789012:key/*",
          "",
        ],
        must: "must hold ARNs of KMS keys, not of aliases",
      },
    ],
  },
  annotations: {
    accepted: [{}, { team: "a b", "example.com/owner": "" }],
    rejected: [
      {
        value: { team: "b", "-a": "b", "a/b/c": "" },
        must: "must have keys that Kubernetes accepts",
        got: ["-a", "a/b/c"],
      },
    ],
  },
  authenticationSource: {
    accepted: ["driver", "pod"],
    rejected: rejected("must be driver or pod", "Pod", "node", ""),
  },
  cache: {
    accepted: [
      {},
      { type: "emptyDir" },
      { type: "emptyDir", sizeLimit: "10Gi", medium: "Memory" },
      { type: "ephemeral", storageClassName: "gp3", resourceRequest: "1.5Ti" },
    ],
    rejected: [
      { value: { type: "memory" }, must: "must be emptyDir or ephemeral", got: "memory" },
      {
        value: { type: "emptyDir", sizeLimit: "10 Gi" },
        must: "must be a quantity of Kubernetes in bytes",
        got: "10 Gi",
      },
      { value: { sizeLimit: "1Gi" }, must: "must be left out unless type is emptyDir", got: "1Gi" },
      { value: { type: "emptyDir", medium: "disk" }, must: "must be Memory", got: "disk" },
      {
        value: { type: "ephemeral", storageClassName: "GP", resourceRequest: "1Gi" },
        must: "must be a name that Kubernetes accepts for a StorageClass",
        got: "GP",
      },
      {
        value: { type: "ephemeral", resourceRequest: "1Gi" },
        must: "must be given where type is ephemeral, and only there",
        got: null,
      },
    ],
  },
  chartRepository: {
    accepted: [
      "https://charts.example.com",
      "oci://registry.example.com/charts",
      // Terraform looks for it.
      "./modules/csi/s3-mountpoint/chart",
      join(__dirname, "../modules/csi/s3-mountpoint/chart"),
    ],
    rejected: rejected(
      "must be the address of a chart repository",
      "charts.example.com",
      "http://charts.example.com",
      "charts/driver",
      "https://",
      "./charts /driver",
      "",
    ),
  },
  containerResources: {
    accepted: [
      {},
      { requestsCpu: "100m", requestsMemory: "512Mi", limitsCpu: "1.5", limitsMemory: "2G" },
    ],
    rejected: [
      {
        value: { requestsCpu: "100 m" },
        must: "must be a quantity of CPUs, such as 100m or 2",
        got: "100 m",
      },
      {
        value: { limitsMemory: "2GB" },
        must: "must be a quantity of Kubernetes in bytes",
        got: "2GB",
      },
    ],
  },
  httpsProxy: {
    accepted: ["http://proxy.example.com:3128", "https://proxy"],
    rejected: rejected("must be the address of a proxy", "proxy.example.com:3128", "http://", ""),
  },
  keeperImage: {
    accepted: [
      "registry.example.com:5000/curl:8.18.0",
      `curl@sha256:${"0".repeat(64)}`,
      "public.ecr.aws/amazonlinux/amazonlinux:2023",
    ],
    rejected: rejected("must be an image with a tag or digest", "curl", "Curl:1", "curl:", ""),
  },
  keeperSchedule: {
    accepted: ["* * * * *", "*/5 0-6,22 1 JAN MON-FRI", "@hourly"],
    rejected: rejected(
      "must be a schedule of a CronJob",
      "* * * *",
      "* * * * * *",
      "hourly",
      "*  * * * *",
      "",
    ),
  },
  labels: {
    accepted: [{}, { team: "a", "example.com/owner": "" }, { team: "a".repeat(63) }],
    rejected: [
      { value: { "-a": "b" }, must: "must have keys that Kubernetes accepts", got: ["-a"] },
      {
        value: { a: "a b", b: "a", c: "a".repeat(64), d: "a-" },
        must: "must have values that Kubernetes accepts for labels",
        got: ["a b", "a".repeat(64), "a-"],
      },
    ],
  },
  mountOptions: {
    accepted: [
      [],
      ["allow-root", "uid 1000", "--gid=2000"],
      ["prefix logs/", "--dir-mode=0750", "file-mode 640"],
      ["region us-east-1", "metadata-ttl indefinite", "sse=aws:kms", "part-size 16777216"],
    ],
    rejected: [
      ...[
        ["", "UID 1000", "-d", "no-log ", "uid 1000 "],
        ["prefix ${x}/", 'region "'],
        ["prefix %{if x}/", "alow-root", "read-only", "cache /tmp", "foreground"],
        ["allow-delete true", "uid", "gid 01", "part-size 1.5", "prefix a b/"],
        ["dir-mode 778", "file-mode 0o644", "prefix logs", "uid 0"],
        ["prefix /logs/", "sse kms", "bucket-type both", "metadata-ttl never"],
        ["prefix /", "sse-kms-key-id alias/key"],
      ].map((got) => ({
        value: ["debug", ...got],
        must: "must hold one option of Mountpoint 1.22.3 an item",
        got,
      })),
      { value: ["uid 1000", "--uid=1001"], must: "must hold each option once" },
      { value: ["debug", "debug"], must: "must hold each option once" },
    ],
  },
  namespace: {
    accepted: ["kube-system", "storage", "7", "a".repeat(63)],
    rejected: rejected(
      "must be a name that Kubernetes accepts for a namespace",
      "",
      "Kube-System",
      "kube_system",
      "kube.system",
      "-storage",
      "storage-",
      "a".repeat(64),
      "storage\n",
    ),
  },
  permissionsBoundaryArn: {
    accepted: [
      "arn:aws:iam::123456789012:policy/boundary",
      "arn:aws-cn:iam::aws:policy/PowerUserAccess",
      "arn:aws:iam::123456789012:policy/teams/storage+1",
    ],
    rejected: rejected(
      "must be the ARN of an IAM policy such as arn:aws:iam::123456789012:policy/boundary",
      "boundary",
      "arn:aws:iam::123456789012:role/boundary",
      "arn:aws:iam::123456789012:policy/",
      "arn:aws:iam::123456789012:policy/a b",
      "",
    ),
  },
  noProxy: {
    accepted: [".amazonaws.com", "169.254.170.23,[fd00:ec2::23],localhost"],
    rejected: rejected("must be hosts with commas between", "a, b", "a,", ""),
  },
  prefix: {
    accepted: ["team-a/", "a/", "a/b=c/"],
    rejected: rejected("must end with / and not begin with it", "a", "/a/", "/", "a b/", ""),
  },
  roleArn: {
    accepted: [
      "arn:aws:iam::123456789012:role/storage",
      "arn:aws-us-gov:iam::123456789012:role/path/a+b=c,d.e@f-g_h",
    ],
    rejected: rejected(
      "must be the ARN of an IAM role",
      "storage",
      "arn:aws:iam::123456789012:user/storage",
      "arn:aws:iam::12345678901:role/storage",
      "arn:aws:iam::123456789012:role/",
      "",
    ),
  },
  securityGroupId: {
    accepted: ["sg-0123456789abcdef0", "sg-12345678"],
    rejected: rejected(
      "must be the id of a security group such as sg-0123456789abcdef0",
      "",
      "0123456789abcdef0",
      "my-group",
      "sg-",
      "subnet-0123456789abcdef0",
      "SG-0123456789abcdef0",
      "sg-1234 x",
      "sg-1234\n",
    ),
  },
  serviceAccountName: {
    accepted: ["s3-csi-driver-sa", "trainer.v2", "7", "a".repeat(253)],
    rejected: rejected(
      "must be a name that Kubernetes accepts for a service account",
      "",
      "Trainer",
      "system:serviceaccount:default:trainer",
      "-trainer",
      "trainer-",
      "a".repeat(254),
    ),
  },
  storageClassName: {
    accepted: ["efs-sc", "s3-mountpoint", "fast.storage.example.com", "7", "a".repeat(253)],
    rejected: rejected(
      "must be a name that Kubernetes accepts for a StorageClass",
      "",
      "EFS",
      "efs_sc",
      "efs sc",
      "-efs",
      "efs-",
      "efs..sc",
      "efs.-sc",
      "a".repeat(254),
      "efs-sc\n",
    ),
  },
  stsRegion: {
    given: { authenticationSource: "pod" },
    accepted: ["us-west-2"],
    rejected: [
      ...rejected("must be an AWS region such as us-west-2", "us-west", ""),
      { value: "us-west-2", must: "must be left out unless the pod authenticates", given: {} },
    ],
  },
  subnetIds: {
    accepted: [
      ["subnet-0123456789abcdef0"],
      ["subnet-12345678", "subnet-23456789", "subnet-3456789a"],
    ],
    rejected: [
      { value: [], must: "must hold at least one subnet id" },
      {
        value: ["subnet-12345678", "subnet-12345678"],
        must: "must hold each subnet id once",
      },
      {
        value: ["subnet-12345678", "vpc-12345678", "", "subnet-", 'subnet-"x', "subnet-1 x"],
        must: "must hold subnet ids such as subnet-0123456789abcdef0",
        got: ["vpc-12345678", "", "subnet-", 'subnet-"x', "subnet-1 x"],
      },
    ],
  },
  timeout: {
    accepted: [60, 900, 86400],
    rejected: rejected("must be a whole number of seconds from 60 to 86400", 59, 86401, 90.5, -1),
  },
  values: {
    accepted: [[], ["tolerations: []", "{node: {a: 1}}"]],
    rejected: [
      {
        value: ["a: 1", "- a", "text", "", "a: ["],
        must: "must hold YAML documents that are mappings",
        got: ["- a", "text", "", "a: ["],
      },
    ],
  },
  volumeCount: {
    accepted: [1, 64, 1000],
    rejected: rejected("must be a whole number from 1 to 1000", 0, -1, 1.5, 1001),
  },
};

/** The versions of the EFS CSI driver's chart: some are known to harm. */
const efsHelmChartVersion: InputCases = {
  accepted: [...inputCases.helmChartVersion.accepted, "3.1.1", "3.1.5", "4.0.1", "12.4.9"],
  rejected: [
    ...inputCases.helmChartVersion.rejected,
    ...rejected(
      "must be a chart that does no harm",
      "2.4.9",
      "v2.4.9",
      "3.1.2",
      "3.1.3",
      "3.1.4",
      "4.0.0",
      "4.0.0+build",
    ),
  ],
};

const transition: InputCases = {
  accepted: ["AFTER_1_DAY", "AFTER_30_DAYS", "AFTER_365_DAYS"],
  rejected: rejected(
    "must be AFTER_ with 1_DAY, 7_DAYS",
    "AFTER_2_DAYS",
    "after_30_days",
    "30",
    "",
  ),
};

const roleArn = (name: string): InputCases => ({
  accepted: [
    `arn:aws:iam::123456789012:role/${name}`,
    "arn:aws-us-gov:iam::123456789012:role/path/a+b=c,d.e@f-g_h",
  ],
  rejected: rejected(
    "must be the ARN of an IAM role",
    "storage",
    "arn:aws:iam::123456789012:user/storage",
    "arn:aws:iam::12345678901:role/storage",
    "arn:aws:iam::123456789012:role/",
    "",
  ),
});

/** An id of a user or a group, with the prop that it is given together with. */
const posixId = (other: string): InputCases => ({
  given: { [other]: 4294967295 },
  accepted: [1, 1000, 4294967294],
  rejected: rejected("must be a whole number from 1 to 4294967295", 0, -1, 1.5, 4294967296),
});

/** What is chosen of every class whose claims become access points. */
const accessPointClass: Readonly<Record<string, InputCases>> = {
  basePath: {
    accepted: ["/data", "/a/b_c/d-e.f", `/${"a".repeat(58)}`],
    rejected: rejected(
      "must be an absolute path such as /data",
      "data",
      "/",
      "/data/",
      "/a/b/c/d",
      "/.hidden",
      "/a//b",
      "/a b",
      `/${"a".repeat(59)}`,
      "",
    ),
  },
  directoryPerms: {
    accepted: ["700", "0755", "2770", "100"],
    rejected: rejected(
      "must be three or four octal digits that let the owner enter",
      "600",
      "0077",
      "77",
      "788",
      "00700",
      "u=rwx",
      "",
    ),
  },
  ensureUniqueDirectory: {
    given: { subPathPattern: "a" },
    accepted: [true, false],
    rejected: [{ value: false, must: "must be given together with the pattern", given: {} }],
  },
  gid: {
    ...posixId("uid"),
    rejected: [
      ...posixId("uid").rejected,
      { value: 1000, must: "must be given together with `uid`, or neither", given: {} },
      {
        value: null,
        must: "must be given together with `uid`, or neither",
        given: { uid: 1000 },
      },
    ],
  },
  gidRangeEnd: {
    given: { gidRangeStart: 1000 },
    accepted: [1001, 4294967295],
    rejected: [
      ...rejected("must be a whole number from 1 to 4294967295", 1e10, 2000.5),
      ...rejected("must be greater than the range's start", 999, 1000),
      { value: 2000, must: "must be given together with the range's start", given: {} },
    ],
  },
  gidRangeStart: posixId("gidRangeEnd"),
  mountOptions: {
    accepted: [[], ["noresvport"], ["rsize=1048576", "az=us-west-2a", "iam"]],
    rejected: [
      {
        value: ["iam", "noresvport,iam", "", "a b", "X", "a=${b}"],
        must: "must hold one option of the EFS mount helper an item",
        got: ["noresvport,iam", "", "a b", "X", "a=${b}"],
      },
    ],
  },
  reclaimPolicy: {
    accepted: ["Delete", "Retain"],
    rejected: rejected("must be Delete or Retain", "Recycle", "delete", ""),
  },
  subPathPattern: {
    accepted: ["${.PVC.namespace}/${.PVC.name}", "team-a/${.PV.name}", "a_b.c"],
    rejected: rejected(
      "must be a relative path",
      "/a",
      "${.PVC.uid}",
      "${PVC.name}",
      "$a",
      "a b",
      "${.PVC.name",
      "",
    ),
  },
  uid: posixId("gid"),
};

const bucketKmsKeyArns: InputCases = {
  accepted: [[], ["arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]],
  rejected: [
    {
      value: [
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-west-2:123456789012:alias/storage",
        "arn:aws:kms:us-west-2:123456789012:key/*",
        "",
      ],
      must: "must hold ARNs of KMS keys",
    },
  ],
};

/** What is chosen of every file system of S3 Files. */
const s3FilesFileSystem: Readonly<Record<string, InputCases>> = {
  bucketArn: {
    accepted: ["arn:aws:s3:::my-bucket", "arn:aws-cn:s3:::logs.example.com"],
    rejected: [
      ...rejected(
        "must be the ARN of a general purpose bucket such as arn:aws:s3:::my-bucket",
        "my-bucket",
        "s3://my-bucket",
        "arn:aws:s3:::my-bucket/logs",
        "arn:aws:s3express:us-west-2:123456789012:bucket/name--usw2-az1--x-s3",
        "",
      ),
      ...rejected("and not of a directory bucket", "arn:aws:s3:::name--usw2-az1--x-s3"),
    ],
  },
  bucketKmsKeyArns,
  prefix: {
    accepted: ["datasets/", "a/b/c/", "Team_1.x-(y)!*'/"],
    rejected: rejected(
      "must be the beginning of keys such as datasets/",
      "datasets",
      "/datasets/",
      "/",
      "a b/",
      "$x/",
      "",
      `${"a".repeat(1024)}/`,
    ),
  },
  securityGroupIds: {
    accepted: [["sg-0123456789abcdef0"], ["sg-12345678", "sg-23456789"]],
    rejected: [
      { value: [], must: "must hold at least one security group id" },
      {
        value: ["sg-12345678", "my-group", ""],
        must: "must hold ids of security groups such as sg-0123456789abcdef0",
        got: ["my-group", ""],
      },
    ],
  },
  subnetIds: {
    accepted: [{ "us-west-2a": "subnet-0123456789abcdef0" }, { a: "subnet-1", b: "subnet-2" }],
    rejected: [
      { value: {}, must: "must hold at least one subnet id" },
      { value: { a: "subnet-1", b: "subnet-1" }, must: "must hold each subnet id once" },
      {
        value: { a: "subnet-1", b: "vpc-1", c: "" },
        must: "must hold subnet ids such as subnet-0123456789abcdef0",
        got: ["vpc-1", ""],
      },
    ],
  },
};

/** By module, then by prop: the cases where its rules are its own. */
const casesOfModules: Readonly<Record<string, Readonly<Record<string, InputCases>>>> = {
  efs: { helmChartVersion: efsHelmChartVersion },
  "efs-driver": {
    controllerRoleArn: roleArn("controller"),
    helmChartVersion: efsHelmChartVersion,
    nodeRoleArn: roleArn("node"),
  },
  "efs-file-system": {
    clientAccess: {
      accepted: ["access-points", "file-system"],
      rejected: rejected("must be access-points or file-system", "root", "Access-Points", ""),
    },
    kmsKeyId: {
      accepted: [
        "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws-cn:kms:cn-north-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef",
      ],
      rejected: rejected(
        "must be the ARN of a KMS key",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "alias/efs",
        "arn:aws:kms:us-west-2:123456789012:alias/efs",
        "",
      ),
    },
    provisionedThroughputInMibps: {
      given: { throughputMode: "provisioned" },
      accepted: [1, 3414],
      rejected: [
        ...rejected("must be a whole number of MiB per second from 1 to 3414", 0, 3415, 1.5),
        {
          value: 100,
          must: "must be given where the throughput mode is provisioned, and only there",
          given: {},
        },
      ],
    },
    securityGroupIds: {
      accepted: [["sg-0123456789abcdef0"], ["sg-12345678", "sg-23456789"]],
      rejected: [
        { value: [], must: "must hold at least one security group id" },
        {
          value: ["sg-12345678", "my-group", ""],
          must: "must hold ids of security groups such as sg-0123456789abcdef0",
          got: ["my-group", ""],
        },
      ],
    },
    subnetIds: {
      accepted: [{ "us-west-2a": "subnet-0123456789abcdef0" }, { a: "subnet-1", b: "subnet-2" }],
      rejected: [
        { value: {}, must: "must hold at least one subnet id" },
        { value: { a: "subnet-1", b: "subnet-1" }, must: "must hold each subnet id once" },
        {
          value: { a: "subnet-1", b: "vpc-1", c: "" },
          must: "must hold subnet ids such as subnet-0123456789abcdef0",
          got: ["vpc-1", ""],
        },
      ],
    },
    tags: {
      accepted: [{}, { Team: "graph", "cost center": "" }, { ["a".repeat(128)]: "b" }],
      rejected: [
        {
          value: { "": "b", a: "c", ["a".repeat(129)]: "d" },
          must: "must have keys of 1 to 128 characters",
          got: ["", "a".repeat(129)],
        },
      ],
    },
    throughputMode: {
      accepted: ["elastic", "bursting"],
      rejected: rejected("must be bursting, elastic or provisioned", "Elastic", "max", ""),
    },
    transitionToArchive: transition,
    transitionToIa: transition,
    transitionToPrimaryStorageClass: {
      accepted: ["AFTER_1_ACCESS"],
      rejected: rejected("must be AFTER_1_ACCESS", "AFTER_2_ACCESSES", "after_1_access", ""),
    },
  },
  "efs-storage-class": {
    ...accessPointClass,
    az: {
      given: { provisionerSecretName: "x-account", provisionerSecretNamespace: "kube-system" },
      accepted: ["us-west-2a", "us-gov-west-1b", "us-east-1-bos-1a"],
      rejected: [
        ...rejected("must be an Availability Zone such as us-west-2a", "us-west-2", "usw2-az1", ""),
        { value: "us-west-2a", must: "must be given together with the secret", given: {} },
      ],
    },
    fileSystemId: {
      accepted: ["fs-0123456789abcdef0", "fs-12345678"],
      rejected: rejected("must be the id of an EFS file system", "fs-", "my-files", "FS-1", ""),
    },
    provisionerSecretName: {
      given: { provisionerSecretNamespace: "kube-system" },
      accepted: ["x-account", "a.b-c"],
      rejected: [
        ...rejected("must be the name of a Kubernetes secret", "X", "-a", "a_b", "a".repeat(254)),
      ],
    },
    provisionerSecretNamespace: {
      given: { provisionerSecretName: "x-account" },
      accepted: ["kube-system"],
      rejected: [
        ...rejected("must be a name that Kubernetes accepts for a namespace", "Kube", "a.b", ""),
        { value: "storage", must: "must be given together with the secret's name", given: {} },
      ],
    },
  },
  "s3-files": {
    ...s3FilesFileSystem,
    helmChartVersion: {
      accepted: ["4.3.0", "v4.4.1", "5.0.0", "10.0.0-rc.1"],
      rejected: [
        ...inputCases.helmChartVersion.rejected,
        ...rejected("must be 4.3.0 or later", "3.4.1", "2.4.5", "4.0.1", "v4.2.0"),
      ],
    },
  },
  "s3-files-driver-identity": {
    bucketArns: {
      accepted: [[], ["arn:aws:s3:::my-bucket", "arn:aws-cn:s3:::logs.example.com"]],
      rejected: [
        {
          value: ["arn:aws:s3:::my-bucket", "my-bucket", "arn:aws:s3:::my-bucket/logs", ""],
          must: "must hold ARNs of buckets such as arn:aws:s3:::my-bucket",
          got: ["my-bucket", "arn:aws:s3:::my-bucket/logs", ""],
        },
      ],
    },
    bucketKmsKeyArns,
    fileSystemArns: {
      accepted: [["arn:aws:s3files:us-west-2:123456789012:file-system/fs-0123456789abcdef0"]],
      rejected: [
        { value: [], must: "must hold at least one ARN of a file system" },
        {
          value: [
            "fs-0123456789abcdef0",
            "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-0123456789abcdef0",
            "arn:aws:s3files:us-west-2:123456789012:file-system/*",
            "",
          ],
          must: "must hold ARNs of S3 Files file systems",
        },
      ],
    },
  },
  "s3-files-file-system": {
    ...s3FilesFileSystem,
    daysAfterLastAccess: {
      accepted: [1, 30, 365],
      rejected: rejected("must be a whole number of days from 1 to 365", 0, 366, 1.5),
    },
    importSizeLessThan: {
      accepted: [0, 131072, 52673613135872],
      rejected: rejected(
        "must be a whole number of bytes from 0 to 52673613135872",
        -1,
        52673613135873,
        0.5,
      ),
    },
    importTrigger: {
      accepted: ["ON_DIRECTORY_FIRST_ACCESS", "ON_FILE_ACCESS"],
      rejected: rejected(
        "must be ON_DIRECTORY_FIRST_ACCESS or ON_FILE_ACCESS",
        "on_file_access",
        "NEVER",
        "",
      ),
    },
    kmsKeyArn: {
      accepted: ["arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
      rejected: rejected(
        "must be the ARN of a KMS key",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-west-2:123456789012:alias/storage",
        "",
      ),
    },
    tags: {
      accepted: [{}, { Team: "graph", "cost center": "" }, { ["a".repeat(128)]: "b" }],
      rejected: [
        {
          value: { "": "b", ["a".repeat(129)]: "b", team: "b" },
          must: "must have keys of 1 to 128 characters",
          got: ["", "a".repeat(129)],
        },
      ],
    },
  },
  "s3-files-storage-class": {
    ...accessPointClass,
    fileSystemId: {
      accepted: ["fs-0123456789abcdef0"],
      rejected: rejected(
        "must be the id of an S3 Files file system",
        "fs-",
        "my-files",
        "FS-1",
        "",
      ),
    },
  },
};
