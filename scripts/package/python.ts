import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command";

/** The oldest Python that the package can be built and used with. */
const MINIMUM = [3, 10] as const;

const HOW_TO_GET = `Install Python ${MINIMUM.join(".")} or later with its venv module: https://www.python.org/downloads/, or \`apt-get install python3-venv\` on Debian and Ubuntu.`;

/** Time of every file in the archives unless the environment sets one: what npm gives its own. */
const NPM_EPOCH = "499162500";

/** Builds an sdist, and from it a wheel, of generated Python code. */
export function buildPython(source: string, outdir: string): void {
  const python = virtualEnvironment(join(source, ".venv"));
  const env = { SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? NPM_EPOCH };
  const requirements = join(__dirname, "requirements.txt");
  run(python, ["-m", "pip", "install", "--require-hashes", "-r", requirements]);
  run(python, ["-m", "build", "--no-isolation", "--outdir", outdir, source], { env });
  for (const sdist of readdirSync(outdir).filter((name) => name.endsWith(".tar.gz"))) {
    run(python, [join(__dirname, "normalize_sdist.py"), join(outdir, sdist)], { env });
  }
}

/** Makes a virtual environment and gives the path of its Python. */
export function virtualEnvironment(folder: string): string {
  const version = run("python3", ["-c", "import sys; print(*sys.version_info[:2])"], {
    hint: HOW_TO_GET,
  });
  const [major, minor] = version.split(" ").map(Number);
  if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1])) {
    throw new Error(`python3 is version ${major}.${minor}. ${HOW_TO_GET}`);
  }
  run("python3", ["-m", "venv", folder], { hint: HOW_TO_GET });
  return join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
}
