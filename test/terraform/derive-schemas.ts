import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cacheFile } from "./schemas/cache";
import { deriveSchema } from "./schemas/derive";
import { type Binding, bindings } from "./schemas/types";

// npx tsx test/terraform/derive-schemas.ts [name ...]
//   writes the schemas of schemas/types.ts, all or these: those of a package that package.json
//   pins to the cache, those of one that it does not, which is downloaded, into schemas/.
const wanted = process.argv.slice(2);
const names = (Object.keys(bindings) as (keyof typeof bindings)[]).filter(
  (name) => wanted.length === 0 || wanted.includes(name),
);
for (const name of names) {
  const binding: Binding = bindings[name];
  if (binding.version) {
    const text = linePerAttribute(schemaOfDownload(binding));
    writeFileSync(join(__dirname, "schemas", `${name}.json`), text);
  } else {
    const folder = dirname(require.resolve(`${binding.package}/package.json`));
    cache(cacheFile(name), JSON.stringify(deriveSchema(binding, folder)));
  }
}

/** Writes a file as a whole: two runs may do so at once, and the second replaces the same. */
function cache(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

function schemaOfDownload(binding: Binding): object {
  const cwd = mkdtempSync(join(tmpdir(), "derive-schemas-"));
  const wanted = `${binding.package}@${binding.version}`;
  const archive = execFileSync("npm", ["pack", "--silent", wanted], { cwd, encoding: "utf8" });
  execFileSync("tar", ["-xzf", archive.trim()], { cwd });
  const schema = deriveSchema(binding, join(cwd, "package"));
  rmSync(cwd, { recursive: true });
  return schema;
}

/** JSON whose innermost lists and objects stand on one line each. */
function linePerAttribute(schema: object): string {
  const onOneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");
  return `${JSON.stringify(schema, null, 1)}\n`
    .replace(/\[[^[\]{}]*\]/g, onOneLine)
    .replace(/\{[^{}]*\}/g, onOneLine);
}
