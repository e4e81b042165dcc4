import type { ResourceBehaviour } from "../provider";
import type { ObjectValue } from "../value";
import { arn, partitionOf } from "./account";
import { text } from "./text";

// What is said here of ForceNew, defaults and computed blocks stands in
// https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service/eks
// in cluster.go, node_group.go, addon.go and pod_identity_association.go.

const cluster: ResourceBehaviour = {
  forceNew: ["bootstrap_self_managed_addons", "name", "remote_network_config", "role_arn"],
  defaults: {
    "access_config.bootstrap_cluster_creator_admin_permissions": true,
    bootstrap_self_managed_addons: true,
    "vpc_config.endpoint_private_access": false,
    "vpc_config.endpoint_public_access": true,
  },
  computedBlocks: { access_config: [], kubernetes_network_config: [], upgrade_policy: [] },
  create: ({ name, region }, { identifier }) => ({
    id: text(name),
    vpc_config: [{ cluster_security_group_id: identifier("sg") }],
    ...describeCluster(text(name), text(region), identifier("oidc")),
  }),
};

const nodeGroup: ResourceBehaviour = {
  forceNew: [
    "ami_type",
    "capacity_type",
    "cluster_name",
    "disk_size",
    "instance_types",
    "node_group_name",
    "node_group_name_prefix",
    "node_role_arn",
    "remote_access",
    "subnet_ids",
  ],
  computedBlocks: { node_repair_config: [], update_config: [] },
  create: (planned, { identifier }) => {
    const name = text(planned.node_group_name) || identifier("terraform");
    const clusterName = text(planned.cluster_name);
    return {
      id: `${clusterName}:${name}`,
      ami_type: "AL2023_x86_64_STANDARD",
      arn: arn("eks", text(planned.region), `nodegroup/${clusterName}/${name}/${identifier("ng")}`),
      capacity_type: "ON_DEMAND",
      disk_size: 20,
      instance_types: ["t3.medium"],
      node_group_name: name,
      status: "ACTIVE",
      version: kubernetesVersion,
    };
  },
};

const launchTemplate: ResourceBehaviour = {
  forceNew: ["name", "name_prefix"],
  create: ({ name, name_prefix: prefix, region }, { identifier }) => {
    const id = identifier("lt");
    return {
      id,
      arn: arn("ec2", text(region), `launch-template/${id}`),
      default_version: 1,
      latest_version: 1,
      name: text(name) || identifier(text(prefix) || "terraform"),
    };
  },
};

const addon: ResourceBehaviour = {
  forceNew: ["addon_name", "cluster_name"],
  create: ({ addon_name: name, cluster_name: clusterName, region }, { identifier }) => ({
    id: `${text(clusterName)}:${text(name)}`,
    addon_version: "v1.0.0-eksbuild.1",
    arn: arn("eks", text(region), `addon/${text(clusterName)}/${text(name)}/${identifier("a")}`),
    created_at: "2025-01-01T00:00:00Z",
    modified_at: "2025-01-01T00:00:00Z",
  }),
};

const podIdentityAssociation: ResourceBehaviour = {
  forceNew: ["cluster_name", "namespace", "service_account"],
  defaults: { disable_session_tags: false },
  framework: { stable: ["association_arn", "association_id", "id", "region"] },
  create: ({ cluster_name: clusterName, region }, { identifier }) => {
    const id = identifier("a");
    return {
      id,
      association_arn: arn(
        "eks",
        text(region),
        `podidentityassociation/${text(clusterName)}/${id}`,
      ),
      association_id: id,
    };
  },
  importId: ({ cluster_name: clusterName, id }) => `${text(clusterName)},${text(id)}`,
};

const kubernetesVersion = "1.34";

/** What AWS tells of a cluster, as the resource and the data source have it. */
export function describeCluster(name: string, region: string, oidc: string): ObjectValue {
  const { dnsSuffix } = partitionOf(region);
  const id = oidc.replace(/^oidc-/, "").toUpperCase();
  return {
    arn: arn("eks", region, `cluster/${name}`),
    certificate_authority: [{ data: Buffer.from("offline").toString("base64") }],
    created_at: "2025-01-01T00:00:00Z",
    endpoint: `https://${id}.gr7.${region}.eks.${dnsSuffix}`,
    identity: [{ oidc: [{ issuer: `https://oidc.eks.${region}.${dnsSuffix}/id/${id}` }] }],
    platform_version: "eks.1",
    status: "ACTIVE",
    version: kubernetesVersion,
  };
}

/** Elastic Kubernetes Service. */
export const eks = {
  aws_eks_cluster: cluster,
  aws_eks_node_group: nodeGroup,
  aws_launch_template: launchTemplate,
  aws_eks_addon: addon,
  aws_eks_pod_identity_association: podIdentityAssociation,
};
