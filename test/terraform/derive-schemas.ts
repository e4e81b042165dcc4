import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deriveSchema } from "./schemas/derive";
import { bindings } from "./schemas/types";

// npx tsx test/terraform/derive-schemas.ts
//   derives schemas/aws.json and schemas/helm.json from the packages pinned in package.json.
// npx tsx test/terraform/derive-schemas.ts <folder of @cdktf/provider-helm 11.0.0>
//   derives schemas/helm-v2.json, which no pinned package tells.
// npx tsx test/terraform/derive-schemas.ts <folder of @cdktf/provider-kubernetes 12.1.1>
//   derives schemas/kubernetes.json, likewise.
const [unpinned] = process.argv.slice(2);
for (const name of unpinned ? [unpinnedIn(unpinned)] : (["aws", "helm"] as const)) {
  const binding = bindings[name];
  const folder = unpinned ?? dirname(require.resolve(`${binding.package}/package.json`));
  const path = join(__dirname, "schemas", `${name}.json`);
  writeFileSync(path, `${JSON.stringify(deriveSchema(binding, folder), null, 1)}\n`);
  console.log(`wrote ${path}`);
}

function unpinnedIn(folder: string): "helm-v2" | "kubernetes" {
  const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return name === bindings.kubernetes.package ? "kubernetes" : "helm-v2";
}
