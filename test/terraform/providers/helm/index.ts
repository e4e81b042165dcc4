import { schemaOf } from "../../schemas/cache";
import schemaV2 from "../../schemas/helm-v2.json";
import type { Provider } from "../provider";
import type { ProviderSchema } from "../schema";
import type { ObjectValue } from "../value";
import { releaseV2, releaseV3 } from "./release";

const source = "hashicorp/helm";

/** The cluster that a configuration names; nothing for the one that the environment does. */
function place({ kubernetes = null }: ObjectValue): string {
  const named = [kubernetes ?? []].flat();
  return named.length === 0 ? "" : JSON.stringify(named, (_, value) => value ?? undefined);
}

/** Stands in for hashicorp/helm 3.x. */
export const helmV3: Provider = {
  source,
  schema: schemaOf("helm"),
  library: "framework",
  resources: { helm_release: releaseV3 },
  place,
  dataSources: {},
};

/** Stands in for hashicorp/helm 2.x. */
export const helmV2: Provider = {
  source,
  schema: schemaV2 as unknown as ProviderSchema,
  library: "sdk",
  resources: { helm_release: releaseV2 },
  place,
  dataSources: {},
};
