import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buildLibrary } from "../build/library";
import { run } from "./command";
import { buildPython } from "./python";
import { packageReadme } from "./readme";

/** Packs csi/ for npm, PyPI and Go into folders of `outdir`, which are emptied first. */
export function packAll(root: string, outdir: string): void {
  const temporary = mkdtempSync(join(tmpdir(), "package-"));
  const [sources, code] = [join(temporary, "sources"), join(temporary, "code")];
  try {
    step("compile csi/", () => {
      copySources(root, sources);
      buildLibrary(sources);
    });
    step("generate the Python and Go code", () => generateCode(sources, code));
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
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What the packages are built of, in a folder of its own: jsii puts the README that it finds there into all of them. */
function copySources(root: string, sources: string): void {
  mkdirSync(sources);
  for (const file of ["LICENSE", "NOTICE", "package.json"]) {
    copyFileSync(join(root, file), join(sources, file));
  }
  cpSync(join(root, "csi"), join(sources, "csi"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(sources, "node_modules"));
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const release = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(join(sources, "README.md"), packageReadme(readme, release));
}

function generateCode(sources: string, outdir: string): void {
  run(process.execPath, [
    require.resolve("jsii-pacmak/bin/jsii-pacmak"),
    sources,
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
