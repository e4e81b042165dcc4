import schema from "../../schemas/kubernetes.json";
import type { Provider, ResourceBehaviour } from "../provider";
import type { ProviderSchema } from "../schema";
import type { Value } from "../value";

/** @see https://github.com/hashicorp/terraform-provider-kubernetes/blob/v2.38.0/kubernetes/resource_kubernetes_annotations.go */
const annotations: ResourceBehaviour = {
  forceNew: ["api_version", "kind", "metadata"],
  defaults: { field_manager: "Terraform" },
  create: ({ api_version: apiVersion, kind, metadata }) => {
    const [{ namespace, name }] = metadata as readonly Record<string, Value>[];
    return { id: `apiVersion=${apiVersion},kind=${kind},namespace=${namespace},name=${name}` };
  },
};

/** Stands in for hashicorp/kubernetes 2.x. */
export const kubernetes: Provider = {
  source: "hashicorp/kubernetes",
  schema: schema as unknown as ProviderSchema,
  library: "sdk",
  resources: { kubernetes_annotations: annotations },
  dataSources: {},
};
