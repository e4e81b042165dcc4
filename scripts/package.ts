/**
 * Packs what is published into dist/: js/ (npm tarball), python/ (sdist and
 * wheel) and go/ (module). Packing twice gives the same bytes.
 *
 * --outdir DIR packs into another folder.
 */
import { join, resolve } from "node:path";
import { main } from "./command/main";
import { packAll } from "./package/pack-all";

main({ options: { outdir: { type: "string", default: "dist" } } }, ({ values }) =>
  packAll(join(__dirname, ".."), resolve(values.outdir)),
);
