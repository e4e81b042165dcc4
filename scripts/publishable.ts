/**
 * Fails unless the commit may be published as --tag v1.2.3: package.json and
 * CHANGELOG.md have its version.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../package.json";
import { main } from "./command/main";
import { requirePublishable } from "./publish/tag";

main({ options: { tag: { type: "string", default: "" } } }, ({ values: { tag } }) => {
  const changelog = readFileSync(join(__dirname, "..", "CHANGELOG.md"), "utf8");
  requirePublishable(tag, version, changelog);
});
