import { join } from "node:path";
import { expect, it } from "vitest";
import { callsOf } from "../modules/calls";
import { terraform } from "../terraform/terraform";
import { examples } from "./example";

const partition = { "us-west-2": "aws", "cn-north-1": "aws-cn" } as const;

/** A policy of examples/hcl/policies, and the module that has the same. */
const policies = [
  {
    name: "efs",
    module: "efs-driver-identity",
    vars: (aws_region: string) => ({ aws_region, file_system_id: "fs-0a1b2c3d4e5f60718" }),
    inputs: (arn: string, region: string) => ({
      file_system_arns: [
        `${arn}:elasticfilesystem:${region}:123456789012:file-system/fs-0a1b2c3d4e5f60718`,
      ],
    }),
  },
  {
    name: "s3",
    module: "s3-mountpoint-driver-identity",
    vars: () => ({ bucket_name: "my-datasets" }),
    inputs: (arn: string) => ({ bucket_arns: [`${arn}:s3:::my-datasets`] }),
  },
];

it.each(
  policies.flatMap((policy) =>
    (["us-west-2", "cn-north-1"] as const).map((region) => ({ ...policy, region })),
  ),
)(
  "examples/hcl/policies/$name is in $region the policy of $module",
  async ({ name, module, vars, inputs, region }) => {
    const arn = `arn:${partition[region]}`;
    const options = { env: { AWS_REGION: region } };
    const example = terraform(join(examples, "policies", name), { vars: vars(region), ...options });
    const cluster_arn = `${arn}:eks:${region}:123456789012:cluster/prod`;
    const call = { cluster_arn, ...inputs(arn, region) };
    const plan = await terraform(callsOf(module, { it: call })).plan();
    const { policy } = plan.after("module.it.aws_iam_role_policy.this");
    expect(JSON.parse((await example.plan()).outputs.json)).toEqual(JSON.parse(policy));
  },
);
