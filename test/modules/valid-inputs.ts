/** For each module the required inputs, with values that it accepts. */
export const validInputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  efs: {
    aws_region: "us-west-2",
    cluster_name: "prod",
    security_group_id: "sg-0123456789abcdef0",
    subnet_ids: ["subnet-11111111", "subnet-22222222"],
  },
  "s3-mountpoint": {
    aws_region: "us-west-2",
    bucket_name: "my-bucket",
  },
};
