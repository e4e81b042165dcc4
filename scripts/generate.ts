/**
 * Writes modules/, generated-hcl/, docs/api.md and the included blocks of the
 * documents from csi/; with --check it writes nothing, and fails where they are
 * not up to date.
 */
import "./generate/no-traces";
import { join } from "node:path";
import { readAssembly } from "./build/assembly";
import { main } from "./command/main";
import { driftOf, writeFiles } from "./generate/files";
import { renderAll } from "./generate/render";

main({ options: { check: { type: "boolean", default: false } } }, ({ values }) => {
  const root = join(__dirname, "..");
  const generated = renderAll(root, readAssembly(root));
  if (!values.check) {
    writeFiles(root, generated);
    console.log(
      `Wrote ${generated.files.size} files: ${generated.folders.join(", ")} and the documents.`,
    );
    return;
  }
  const drift = driftOf(root, generated);
  if (drift.length > 0) {
    throw new Error(`${drift.join("\n")}\nRun \`npm run generate\` and commit what it writes.`);
  }
  console.log(`${generated.files.size} generated files are up to date.`);
});
