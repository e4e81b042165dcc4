import { join } from "node:path";
import { run } from "../../scripts/command/run";
import { temporaryFolder } from "../terraform/root";

/** The version before: its tag, or a commit until there is one. */
const before = "73af0025e6d9b98788979a2ad4ef5bdfda41c6de";
const repository = join(__dirname, "..", "..");

/** Writes the modules of a commit, by default of the version before, into a folder; gives its path. */
export async function modulesAt(ref = before): Promise<string> {
  const folder = temporaryFolder();
  const archive = join(temporaryFolder(), "modules.tar");
  try {
    await run("git", ["archive", `--output=${archive}`, ref, "modules"], { cwd: repository });
  } catch (cause) {
    const fetch = `git fetch origin ${ref}`;
    throw new Error(`this clone has no ${ref}, which the tests upgrade: \`${fetch}\``, { cause });
  }
  await run("tar", ["-xf", archive, "-C", folder]);
  return folder;
}
