import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "../command/run";

const hint =
  "Install Python 3.10 or later with its venv module: https://www.python.org/downloads/, or `apt-get install python3-venv` on Debian and Ubuntu.";

/** Time of every file in the archives unless the environment sets one: what npm gives its own. */
const NPM_EPOCH = "499162500";

/** Builds an sdist, and from it a wheel, of generated Python code, with what a file requires by hash. */
export async function buildPython(
  source: string,
  outdir: string,
  requirements = join(__dirname, "requirements.txt"),
): Promise<void> {
  const python = await virtualEnvironment(join(source, ".venv"));
  const env = { SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? NPM_EPOCH };
  await run(python, ["-m", "pip", "install", "--require-hashes", "-r", requirements]);
  await run(python, ["-m", "build", "--no-isolation", "--outdir", outdir, source], { env });
  for (const sdist of readdirSync(outdir).filter((name) => name.endsWith(".tar.gz"))) {
    await run(python, [join(__dirname, "normalize_sdist.py"), join(outdir, sdist)], { env });
  }
}

/** Makes a virtual environment and gives the path of its Python. */
export async function virtualEnvironment(folder: string): Promise<string> {
  await run("python3", ["-m", "venv", folder], { hint });
  return join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
}
