import { join } from "node:path";
import { isInstalled, run } from "../run";
import { cacheFolder, madeOnce } from "./cache";
import { withProgress } from "./progress";

/**
 * The path of a Python that has checkov at the version that requirements.txt
 * pins: `<path> -m checkov.main`.
 *
 * Installed at the first call, which takes half a minute, into a virtual
 * environment that is kept until requirements.txt changes.
 */
export async function pythonWithCheckov(
  folder = cacheFolder(["requirements.txt"]),
): Promise<string> {
  if (!isInstalled("python3")) {
    throw new Error(
      "python3 is not on the PATH, which runs checkov: install Python 3.9 or later with its venv module, https://www.python.org/downloads (Debian, Ubuntu: `apt-get install python3-venv`).",
    );
  }
  const environment = await madeOnce(join(folder, "checkov"), (unfinished) =>
    withProgress("installing checkov", async () => {
      await run("python3", ["-m", "venv", unfinished]);
      const requirements = join(__dirname, "requirements.txt");
      const quiet = ["--quiet", "--disable-pip-version-check"];
      const pip = ["-m", "pip", "install", ...quiet, "--requirement", requirements];
      await run(join(unfinished, "bin", "python"), pip);
    }),
  );
  return join(environment, "bin", "python");
}
