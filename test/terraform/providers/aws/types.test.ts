import { describe, expect, it } from "vitest";
import { bindings } from "../../schemas/types";
import { terraform } from "../../terraform";

const everything = `provider "aws" {
  region = "us-west-2"
}

data "aws_availability_zones" "this" {}

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

data "aws_region" "this" {}

data "aws_iam_policy_document" "this" {
  statement {
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.this.arn]
  }
}

data "aws_subnets" "this" {
  filter {
    name   = "vpc-id"
    values = [aws_vpc.this.id]
  }
}

data "aws_subnet" "this" {
  id = aws_subnet.this[0].id
}

data "aws_eks_cluster" "this" {
  name = aws_eks_cluster.this.name
}

data "aws_eks_cluster_auth" "this" {
  name = aws_eks_cluster.this.name
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "this" {
  count = 2

  availability_zone = data.aws_availability_zones.this.names[count.index]
  cidr_block        = cidrsubnet(aws_vpc.this.cidr_block, 8, count.index)
  vpc_id            = aws_vpc.this.id
}

resource "aws_security_group" "this" {
  name   = "storage"
  vpc_id = aws_vpc.this.id

  ingress {
    from_port = 2049
    protocol  = "tcp"
    self      = true
    to_port   = 2049
  }
}

resource "aws_vpc_security_group_ingress_rule" "this" {
  cidr_ipv4         = aws_vpc.this.cidr_block
  from_port         = 2049
  ip_protocol       = "tcp"
  security_group_id = aws_security_group.this.id
  to_port           = 2049
}

resource "aws_vpc_security_group_egress_rule" "this" {
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
  security_group_id = aws_security_group.this.id
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
}

resource "aws_eip" "this" {
  domain = "vpc"
}

resource "aws_nat_gateway" "this" {
  allocation_id = aws_eip.this.id
  subnet_id     = aws_subnet.this[0].id
}

resource "aws_route_table" "this" {
  vpc_id = aws_vpc.this.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.this.id
  }
}

resource "aws_route_table_association" "this" {
  route_table_id = aws_route_table.this.id
  subnet_id      = aws_subnet.this[1].id
}

resource "aws_vpc_endpoint" "this" {
  route_table_ids = [aws_route_table.this.id]
  service_name    = "com.amazonaws.us-west-2.s3"
  vpc_id          = aws_vpc.this.id
}

resource "aws_s3_bucket" "this" {
  bucket_prefix = "data"
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket            = aws_s3_bucket.this.bucket
  block_public_acls = true
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_efs_file_system" "this" {
  encrypted = true

  lifecycle_policy {
    transition_to_ia = "AFTER_30_DAYS"
  }
}

resource "aws_efs_backup_policy" "this" {
  file_system_id = aws_efs_file_system.this.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_file_system_policy" "this" {
  file_system_id = aws_efs_file_system.this.id
  policy         = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_efs_mount_target" "this" {
  count = length(aws_subnet.this)

  file_system_id  = aws_efs_file_system.this.id
  security_groups = [aws_security_group.this.id]
  subnet_id       = aws_subnet.this[count.index].id
}

resource "aws_efs_access_point" "this" {
  file_system_id = aws_efs_file_system.this.id

  posix_user {
    gid = 1000
    uid = 1000
  }
}

resource "aws_iam_role" "this" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_policy" "this" {
  policy = data.aws_iam_policy_document.this.json
}

resource "aws_iam_role_policy" "this" {
  policy = data.aws_iam_policy_document.this.json
  role   = aws_iam_role.this.name
}

resource "aws_iam_role_policy_attachment" "this" {
  policy_arn = aws_iam_policy.this.arn
  role       = aws_iam_role.this.name
}

resource "aws_eks_cluster" "this" {
  name     = "prod"
  role_arn = aws_iam_role.this.arn

  vpc_config {
    subnet_ids = aws_subnet.this[*].id
  }
}

resource "aws_iam_openid_connect_provider" "this" {
  client_id_list = ["sts.amazonaws.com"]
  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
}

resource "aws_launch_template" "this" {
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_eks_node_group" "this" {
  cluster_name  = aws_eks_cluster.this.name
  node_role_arn = aws_iam_role.this.arn
  subnet_ids    = aws_subnet.this[*].id

  scaling_config {
    desired_size = 1
    max_size     = 1
    min_size     = 1
  }
}

resource "aws_eks_addon" "this" {
  addon_name   = "eks-pod-identity-agent"
  cluster_name = aws_eks_cluster.this.name
}

resource "aws_eks_pod_identity_association" "this" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "kube-system"
  role_arn        = aws_iam_role.this.arn
  service_account = "storage"
}
`;

describe("every type in the list", () => {
  const root = terraform({ "main.tf": everything });

  it("stands in this configuration, which is valid", async () => {
    const types = (kind: string) =>
      new Set(
        [...everything.matchAll(new RegExp(`^${kind} "(\\w+)"`, "gm"))].map(([, type]) => type),
      );
    expect(types("resource")).toEqual(new Set(bindings.aws.resources));
    expect(types("data")).toEqual(new Set(bindings.aws.dataSources));
    expect(await root.validate()).toEqual([]);
  });

  it("can be applied, and nothing is left to do", async () => {
    const state = await root.apply();
    const id = (type: string) => state.values(`${type}.this`).id;
    expect(id("aws_iam_role_policy_attachment")).toBe(
      `${id("aws_iam_role")}/${id("aws_iam_policy")}`,
    );
    expect(id("aws_iam_openid_connect_provider")).toMatch(
      /^arn:aws:iam::123456789012:oidc-provider\/oidc\.eks\.us-west-2\.amazonaws\.com\/id\//,
    );
    expect(state.values("aws_efs_mount_target.this[1]").availability_zone_name).toBe("us-west-2b");
    expect((await root.plan()).actions).toEqual({});
  });

  it("can be destroyed", async () => {
    await root.destroy();
    const count = (wanted: string) => root.history.filter(({ action }) => action === wanted).length;
    expect(count("delete")).toBe(count("create"));
    expect(count("update")).toBe(0);
  });
});
