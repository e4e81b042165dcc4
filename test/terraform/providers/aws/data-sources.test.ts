import { describe, expect, it } from "vitest";
import { terraform } from "../../terraform";

const versions = `terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
`;

describe("data sources", () => {
  /** What outputs of these expressions come to in a plan. */
  async function read(blocks: string, outputs: Record<string, string>, region = "us-west-2") {
    const provider = `provider "aws" {\n  region = "${region}"\n}\n`;
    const values = Object.entries(outputs).map(
      ([name, value]) => `output "${name}" {\n  value = ${value}\n}\n`,
    );
    const text = [versions, provider, blocks, ...values].join("\n");
    return (await terraform({ "main.tf": text }).plan()).outputs;
  }

  it("render a policy document as IAM reads it", async () => {
    const blocks = `data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::a/*"]
  }
}

data "aws_iam_policy_document" "this" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

  statement {
    sid       = "Home"
    actions   = ["s3:ListBucket", "s3:GetObject"]
    resources = ["arn:aws:s3:::a/&{aws:username}"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["<b>", "c"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }

  statement {
    effect      = "Deny"
    not_actions = ["s3:*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com", "pods.eks.amazonaws.com"]
    }
  }
}
`;
    const { json } = await read(blocks, { json: "data.aws_iam_policy_document.this.json" });
    expect(json).toContain("\\u003cb\\u003e");
    expect(JSON.parse(json)).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" },
        {
          Sid: "Home",
          Effect: "Allow",
          Action: ["s3:ListBucket", "s3:GetObject"],
          Resource: "arn:aws:s3:::a/${aws:username}",
          Condition: {
            Bool: { "aws:SecureTransport": "true" },
            StringLike: { "s3:prefix": ["<b>", "c"] },
          },
        },
        { Effect: "Deny", NotAction: "s3:*", Principal: "*" },
        {
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { Service: ["pods.eks.amazonaws.com", "ec2.amazonaws.com"] },
        },
      ],
    });
  });

  it("refuse two statements of the same Sid", async () => {
    const statement = '  statement {\n    sid     = "A"\n    actions = ["s3:*"]\n  }\n';
    const blocks = `data "aws_iam_policy_document" "this" {\n${statement}${statement}}\n`;
    await expect(read(blocks, {})).rejects.toThrow("duplicate Sid (A)");
  });

  it.each([
    { region: "us-west-2", partition: "aws", suffix: "amazonaws.com" },
    { region: "cn-north-1", partition: "aws-cn", suffix: "amazonaws.com.cn" },
    { region: "us-gov-west-1", partition: "aws-us-gov", suffix: "amazonaws.com" },
  ])("know the partition of $region", async ({ region, partition, suffix }) => {
    const blocks =
      'data "aws_partition" "this" {}\ndata "aws_region" "this" {}\ndata "aws_caller_identity" "this" {}\n';
    const outputs = {
      partition: "data.aws_partition.this.partition",
      suffix: "data.aws_partition.this.dns_suffix",
      region: "data.aws_region.this.region",
      account: "data.aws_caller_identity.this.account_id",
    };
    expect(await read(blocks, outputs, region)).toEqual({
      region,
      partition,
      suffix,
      account: "123456789012",
    });
  });

  it("tell the same of a cluster as the resource does", async () => {
    const root = terraform({
      "main.tf": `${versions}
provider "aws" {
  region = "us-west-2"
}

resource "aws_eks_cluster" "this" {
  name     = "prod"
  role_arn = "arn:aws:iam::123456789012:role/cluster"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

data "aws_eks_cluster" "this" {
  name = aws_eks_cluster.this.id
}

output "issuers" {
  value = [
    aws_eks_cluster.this.identity[0].oidc[0].issuer,
    data.aws_eks_cluster.this.identity[0].oidc[0].issuer,
  ]
}
`,
    });
    const [own, read] = (await root.apply()).outputs.issuers;
    expect(own).toMatch(/^https:\/\/oidc\.eks\.us-west-2\.amazonaws\.com\/id\/[0-9A-F]+$/);
    expect(read).toBe(own);
    expect((await root.plan()).isEmpty).toBe(true);
  });
});
