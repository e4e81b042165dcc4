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
// npx tsx test/terraform/derive-schemas.ts <folder of @cdktf/provider-time 11.0.1>
//   derives schemas/time.json, likewise.
const unpinned = ["helm-v2", "kubernetes", "time"] as const;
const [given] = process.argv.slice(2);
for (const name of given ? [unpinnedIn(given)] : (["aws", "helm"] as const)) {
  const binding = bindings[name];
  const folder = given ?? dirname(require.resolve(`${binding.package}/package.json`));
  const path = join(__dirname, "schemas", `${name}.json`);
  writeFileSync(path, `${JSON.stringify(deriveSchema(binding, folder), null, 1)}\n`);
  console.log(`wrote ${path}`);
}

function unpinnedIn(folder: string): (typeof unpinned)[number] {
  const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const found = unpinned.find((candidate) => bindings[candidate].package === name);
  if (found) return found;
  const packages = unpinned.map((candidate) => bindings[candidate].package).join(", ");
  throw new Error(`${folder} holds ${name}, which is none of ${packages}`);
}
