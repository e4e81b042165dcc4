/**
 * Writes modules/, generated-hcl/ and the included blocks of the documents from
 * csi/; with --check it writes nothing, and fails where they are not up to date.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { driftOf, writeFiles } from "./generate/files";
import { renderAll } from "./generate/render";

// cdktf takes a stack trace for each token; to map them all back to TypeScript is a sixth of the time.
process.setSourceMapsEnabled(false);

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const root = join(__dirname, "..");
const generated = renderAll(root);

if (values.check) {
  const drift = driftOf(root, generated);
  if (drift.length > 0) {
    console.error(`${drift.join("\n")}\nRun \`npm run generate\` and commit what it writes.`);
    process.exit(1);
  }
  console.log(`${generated.files.size} generated files are up to date.`);
} else {
  writeFiles(root, generated);
  console.log(
    `Wrote ${generated.files.size} files: ${generated.folders.join(", ")} and the documents.`,
  );
}
