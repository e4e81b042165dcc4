import { type Mutant, mutant } from "./mutant";

const graphscope = "examples/hcl/graphscope";
const irsa = "examples/hcl/irsa";
const node = "examples/hcl/node-role";
const policies = "test/examples/policies.test.ts";

const testOf = (folder: string) => `test/examples/${folder.split("/").at(-1)}.test.ts`;
const of = (folder: string, file: string, ...[name, from, to]: [string, string, string]) =>
  mutant(`${folder}/${file}`, testOf(folder), name, from, to);

/** Mistakes in the examples. */
export const exampleMutants: readonly Mutant[] = [
  of(graphscope, "network.tf", "opens more than NFS", "= 2049\n  to_port", "= 2048\n  to_port"),
  of(
    graphscope,
    "network.tf",
    "lets everyone reach the files",
    "referenced_security_group_id = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id",
    'cidr_ipv4 = "0.0.0.0/0"',
  ),
  of(
    graphscope,
    "outputs.tf",
    "tells of a class that cannot be used yet",
    "depends_on = [aws_iam_role_policy.efs]",
    "",
  ),
  of(
    irsa,
    "main.tf",
    "trusts no issuer",
    "data.aws_eks_cluster.this.identity[0].oidc[0].issuer",
    "data.aws_eks_cluster.this.endpoint",
  ),
  of(irsa, "main.tf", "takes tokens for others", '["sts.amazonaws.com"]', '["sts"]'),
  of(
    irsa,
    "outputs.tf",
    "does not wait for the restart",
    "    kubernetes_annotations.s3_node,\n",
    "",
  ),
  of(node, "nodes.tf", "leaves pods without a network", '    "AmazonEKS_CNI_Policy",\n', ""),
  of(
    node,
    "nodes.tf",
    "starts nodes before they may join",
    "  depends_on = [aws_iam_role_policy_attachment.node]\n",
    "",
  ),
  mutant(
    "examples/hcl/policies/efs/main.tf",
    policies,
    "knows one partition",
    "arn:${data.aws_partition.current.partition}:elastic",
    "arn:aws:elastic",
  ),
  mutant(
    "examples/hcl/policies/s3/main.tf",
    policies,
    "knows one partition",
    "arn:${data.aws_partition.current.partition}:s3",
    "arn:aws:s3",
  ),
  mutant(
    `${graphscope}/cluster.tf`,
    policies,
    "knows one partition",
    "arn:${data.aws_partition.current.partition}:iam",
    "arn:aws:iam",
  ),
  mutant(
    "examples/hcl/adopt-imported/main.tf",
    "test/modules/versions.test.ts",
    "takes an older Terraform",
    '">= 1.7"',
    '">= 1.2"',
  ),
];
