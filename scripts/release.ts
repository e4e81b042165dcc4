/**
 * Fails unless the built commit may be released as --tag v1.2.3: package.json
 * and CHANGELOG.md have its version, and it breaks nothing that is published.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "./main";
import { compareWithPublished } from "./release/published-api";
import { tagProblems } from "./release/tag";

main({ options: { tag: { type: "string", default: "" } } }, async ({ values: { tag } }) => {
  const root = join(__dirname, "..");
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const problems = tagProblems(tag, version, readFileSync(join(root, "CHANGELOG.md"), "utf8"));
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
  console.log(await compareWithPublished(root, name, version));
});
