import { join } from "node:path";
import { readAssembly } from "../../scripts/build/assembly";
import { contractOf } from "../../scripts/generate/contract";
import { modules } from "../../scripts/generate/modules";

const assembly = readAssembly(join(__dirname, "..", ".."));

/** Each module with what it takes and gives. */
export const contracts = modules.map((definition) => ({
  name: definition.name,
  ...contractOf(assembly, definition),
}));
