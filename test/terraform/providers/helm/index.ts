import schemaV3 from "../../schemas/helm.json";
import schemaV2 from "../../schemas/helm-v2.json";
import type { Provider } from "../provider";
import type { ProviderSchema } from "../schema";
import { releaseV2, releaseV3 } from "./release";

const source = "hashicorp/helm";

/** Stands in for hashicorp/helm 3.x. */
export const helmV3: Provider = {
  source,
  schema: schemaV3 as unknown as ProviderSchema,
  library: "framework",
  resources: { helm_release: releaseV3 },
  dataSources: {},
};

/** Stands in for hashicorp/helm 2.x. */
export const helmV2: Provider = {
  source,
  schema: schemaV2 as unknown as ProviderSchema,
  library: "sdk",
  resources: { helm_release: releaseV2 },
  dataSources: {},
};
