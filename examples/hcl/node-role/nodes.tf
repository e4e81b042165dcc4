resource "aws_iam_role" "node" {
  name_prefix = "shared-storage-node-"
  description = "Nodes of ${var.cluster_name}, and the storage drivers on them."

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "ec2.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset([
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonEKSWorkerNodePolicy",
    "AmazonEKS_CNI_Policy",
  ])

  role       = aws_iam_role.node.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_launch_template" "node" {
  name_prefix = "shared-storage-"

  # Mountpoint's pods, and EFS drivers of chart 2.4.9 and later, are one network
  # hop further from the metadata service than the node. So is every other pod:
  # all of them can act as this role. For EFS 2.4.5 alone 1 is enough.
  metadata_options {
    http_put_response_hop_limit = 2
    http_tokens                 = "required"
  }
}

resource "aws_eks_node_group" "this" {
  cluster_name    = var.cluster_name
  node_group_name = "shared-storage"
  node_role_arn   = aws_iam_role.node.arn
  subnet_ids      = var.subnet_ids

  launch_template {
    id      = aws_launch_template.node.id
    version = aws_launch_template.node.latest_version
  }

  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 4
  }

  depends_on = [aws_iam_role_policy_attachment.node]
}
