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
import { progress } from "../command/progress";
import { run } from "../command/run";
import { buildPython } from "./python";
import { packageReadme } from "./readme";

/** Packs csi/ for npm, PyPI and Go into folders of `outdir`, which are emptied first. */
export async function packAll(root: string, outdir: string): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), "package-"));
  const [sources, code] = [join(temporary, "sources"), join(temporary, "code")];
  try {
    copySources(root, sources);
    await buildLibrary(sources);
    await progress("generating the Python and Go code", () => generateCode(sources, code));
    for (const language of ["js", "python", "go"]) {
      rmSync(join(outdir, language), { recursive: true, force: true });
    }
    cpSync(join(code, "js"), join(outdir, "js"), { recursive: true });
    cpSync(join(code, "go"), join(outdir, "go"), { recursive: true });
    const python = [join(code, "python"), join(outdir, "python")] as const;
    await progress("building the Python package", () => buildPython(...python));
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

async function generateCode(sources: string, outdir: string): Promise<void> {
  const pacmak = require.resolve("jsii-pacmak/bin/jsii-pacmak");
  const targets = ["--target=js", "--target=python", "--target=go"];
  const flags = ["--code-only", "--no-npmignore", `--outdir=${outdir}`, ...targets];
  await run(process.execPath, [pacmak, sources, ...flags]);
}
