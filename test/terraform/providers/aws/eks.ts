import type { ResourceBehaviour } from "../provider";
import type { ObjectValue } from "../value";
import { arn, partitionOf } from "./account";
import { text } from "./text";

// What is said here of ForceNew, defaults and computed blocks stands in
// https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service/eks
// in pod_identity_association.go and its like.

const cluster: ResourceBehaviour = {
  computedBlocks: { access_config: [], kubernetes_network_config: [], upgrade_policy: [] },
  create: ({ name, region }, { identifier }) => ({
    id: text(name),
    vpc_config: [{ cluster_security_group_id: identifier("sg") }],
    ...describeCluster(text(name), text(region), identifier("oidc")),
  }),
};

const nodeGroup: ResourceBehaviour = {
  computedBlocks: { node_repair_config: [], update_config: [] },
  create: (planned, { identifier }) => {
    const name = text(planned.node_group_name) || identifier("terraform");
    return { id: `${text(planned.cluster_name)}:${name}`, node_group_name: name };
  },
};

const launchTemplate: ResourceBehaviour = {
  create: ({ name, name_prefix: prefix }, { identifier }) => ({
    id: identifier("lt"),
    latest_version: 1,
    name: text(name) || identifier(text(prefix) || "terraform"),
  }),
};

const addon: ResourceBehaviour = {
  create: ({ addon_name: name, cluster_name: clusterName }) => ({
    id: `${text(clusterName)}:${text(name)}`,
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

/** What AWS tells of a cluster, as the resource and the data source have it. */
export function describeCluster(name: string, region: string, oidc: string): ObjectValue {
  const { dnsSuffix } = partitionOf(region);
  const id = oidc.replace(/^oidc-/, "").toUpperCase();
  return {
    arn: arn("eks", region, `cluster/${name}`),
    certificate_authority: [{ data: Buffer.from("offline").toString("base64") }],
    endpoint: `https://${id}.gr7.${region}.eks.${dnsSuffix}`,
    identity: [{ oidc: [{ issuer: `https://oidc.eks.${region}.${dnsSuffix}/id/${id}` }] }],
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
