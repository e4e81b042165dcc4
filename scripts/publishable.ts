/**
 * Fails unless the commit may be published as --tag v1.2.3: package.json and
 * CHANGELOG.md have its version.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../package.json";
import { main } from "./command/main";
import { tagProblems } from "./publish/tag";

main({ options: { tag: { type: "string", default: "" } } }, ({ values: { tag } }) => {
  const changelog = readFileSync(join(__dirname, "..", "CHANGELOG.md"), "utf8");
  const problems = tagProblems(tag, version, changelog);
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
});
