import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { expanded, UNKNOWN } from "../exact/exact";
import type { Values } from "../terraform/terraform";

const repository = join(__dirname, "..", "..");

/**
 * Every argument that a module gives to its resources and data sources, by their address in a call
 * of it, as it is or is planned. What a lifecycle or a loop says is as it is written.
 */
export async function argumentsOf(
  module: string,
  resources: Iterable<readonly [address: string, values: Values]>,
  call: string,
): Promise<Record<string, Values>> {
  const blocks = await blocksOf(module);
  const prefix = `module.${call}.`;
  const found = [...resources].filter(([address]) => address.startsWith(prefix));
  const named = found.map(([address, values]) => [address.slice(prefix.length), values] as const);
  return Object.fromEntries(
    named.map(([address, values]) => {
      const { dynamic = {}, ...block } = blocks[address.replace(/\[.*\]$/, "")];
      const made = [...Object.keys(block), ...Object.keys(dynamic)].map((argument) => [
        argument,
        argument in values ? values[argument] : block[argument],
      ]);
      return [address, masked(expanded(Object.fromEntries(made)))];
    }),
  );
}

/**
 * What is planned to be another than it was, by path; null where it is gone. What is known after
 * the apply follows from what is replaced, and is left out.
 */
export function differences(was: Values, planned: Values): Values {
  const [before, after] = [leavesOf(was), leavesOf(planned)];
  const unknown = Object.keys(after).filter((path) => after[path] === UNKNOWN);
  const paths = Object.keys({ ...before, ...after })
    .filter((path) => before[path] !== after[path])
    .filter((path) => !unknown.some((whole) => `${path}/`.startsWith(`${whole}/`)));
  return Object.fromEntries(paths.map((path) => [path, after[path] ?? null]));
}

function leavesOf(value: unknown, path: readonly string[] = []): Values {
  if (typeof value !== "object" || value === null) return { [path.join("/")]: value };
  const parts = Object.entries(value).map(([key, part]) => leavesOf(part, [...path, key]));
  return Object.assign({}, ...parts);
}

const parsed = new Map<string, Promise<Record<string, Values>>>();

/** The blocks of a module's resources and data sources, by address. */
function blocksOf(module: string): Promise<Record<string, Values>> {
  const known = parsed.get(module) ?? parseBlocks(join(repository, "modules/csi", module));
  parsed.set(module, known);
  return known;
}

async function parseBlocks(folder: string): Promise<Record<string, Values>> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".tf"));
  const text = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  const { resource = {}, data = {} } = await parse("all.tf", text);
  const byAddress = (byType: Values, prefix = "") =>
    Object.entries<Values>(byType).flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, [block]]) => [`${prefix}${type}.${name}`, block]),
    );
  return Object.fromEntries([...byAddress(resource), ...byAddress(data, "data.")]);
}

/**
 * The ids that the providers give, and digests, by what they are: equal calls get theirs in any
 * order, and a class is named after some.
 */
function masked(values: Values): Values {
  const text = JSON.stringify(values, (key, part) =>
    key === "name" && typeof part === "string" ? part.replace(/-[0-9a-f]{8}$/, "-DIGEST") : part,
  );
  return JSON.parse(
    text
      .replace(/-0(?!123456789abcdef0)[0-9a-f]{16}\b/g, "-ID")
      .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "UUID")
      .replace(/\b[0-9a-f]{64}\b/g, "SHA-256"),
  );
}
