import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderSchema } from "../providers/schema";
import { bindings } from "./types";

/** Where the schema of a pinned package is kept: anew for each version of it and of this folder. */
export function cacheFile(name: keyof typeof bindings): string {
  const hash = createHash("sha256");
  hash.update(readFileSync(require.resolve(`${bindings[name].package}/package.json`)));
  const sources = readdirSync(__dirname).filter((file) => file.endsWith(".ts"));
  for (const file of sources.sort()) hash.update(readFileSync(join(__dirname, file)));
  const cache = join(__dirname, "../../../node_modules/.cache/provider-schemas");
  return join(cache, `${name}-${hash.digest("hex").slice(0, 16)}.json`);
}

/** Reads the schema of a pinned package, which is derived when it is asked for first. */
export function schemaOf(name: keyof typeof bindings): ProviderSchema {
  const file = cacheFile(name);
  if (!existsSync(file)) {
    const script = join(__dirname, "..", "derive-schemas.ts");
    execFileSync(process.execPath, ["--require", "tsx/cjs", script, name]);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
