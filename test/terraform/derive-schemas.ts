import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deriveSchema } from "./schemas/derive";
import { bindings } from "./schemas/types";

// npx tsx test/terraform/derive-schemas.ts
//   derives schemas/aws.json and schemas/helm.json from the packages pinned in package.json.
// npx tsx test/terraform/derive-schemas.ts helm-v2 <folder of @cdktf/provider-helm 11.0.0>
// npx tsx test/terraform/derive-schemas.ts kubernetes <folder of @cdktf/provider-kubernetes 12.1.1>
//   derive what no pinned package tells.
const [name, folder] = process.argv.slice(2);
if (name && folder) {
  write(name as keyof typeof bindings, folder);
} else {
  for (const pinned of ["aws", "helm"] as const) {
    write(pinned, dirname(require.resolve(`${bindings[pinned].package}/package.json`)));
  }
}

function write(name: keyof typeof bindings, folder: string): void {
  const path = join(__dirname, "schemas", `${name}.json`);
  writeFileSync(path, `${JSON.stringify(deriveSchema(bindings[name], folder), null, 1)}\n`);
  console.log(`wrote ${path}`);
}
