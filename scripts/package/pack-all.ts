import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { bundleBindings } from "../build/bindings";
import { copyCharts } from "../build/charts";
import { compile } from "../build/compile";
import { run } from "./command";
import { buildPython } from "./python";

/** Packs csi/ for npm, PyPI and Go into folders of `outdir`, which are emptied first. */
export function packAll(root: string, outdir: string): void {
  const code = mkdtempSync(join(tmpdir(), "package-"));
  try {
    step("compile csi/", () => {
      compile(root);
      copyCharts(root);
      bundleBindings(root);
    });
    step("generate the Python and Go code", () => generateCode(root, code));
    for (const language of ["js", "python", "go"]) {
      rmSync(join(outdir, language), { recursive: true, force: true });
      mkdirSync(join(outdir, language), { recursive: true });
    }
    cpSync(join(code, "js"), join(outdir, "js"), { recursive: true });
    cpSync(join(code, "go"), join(outdir, "go"), { recursive: true });
    step("build the Python package", () =>
      buildPython(join(code, "python"), join(outdir, "python")),
    );
    console.log(`Packed into ${relative(process.cwd(), outdir) || "."}: js, python, go.`);
  } finally {
    rmSync(code, { recursive: true, force: true });
  }
}

function generateCode(root: string, outdir: string): void {
  run(process.execPath, [
    require.resolve("jsii-pacmak/bin/jsii-pacmak"),
    root,
    "--code-only",
    "--no-npmignore",
    `--outdir=${outdir}`,
    ...["js", "python", "go"].map((target) => `--target=${target}`),
  ]);
}

function step(title: string, work: () => void): void {
  const start = performance.now();
  console.log(`${title} ...`);
  work();
  console.log(`${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
