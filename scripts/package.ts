/**
 * Packs what is published into dist/: js/ (npm tarball), python/ (sdist and
 * wheel) and go/ (module). Packing twice gives the same bytes.
 *
 * --outdir DIR packs into another folder.
 */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packAll } from "./package/pack-all";

const { values } = parseArgs({ options: { outdir: { type: "string", default: "dist" } } });
try {
  packAll(join(__dirname, ".."), resolve(values.outdir));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
