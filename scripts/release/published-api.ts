import { type ExecFileException, execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { jsiiEnvironment } from "../build/jsii-environment";

const execute = promisify(execFile);

/**
 * Compares the API in .jsii with that of the last version on npm's registry
 * that it must be compatible with, and says what came of it.
 *
 * @throws an error if something breaks, or if the registry cannot say what it has.
 */
export async function compareWithPublished(
  root: string,
  name: string,
  version: string,
): Promise<string> {
  const wanted = `${name}@${compatibleVersions(version)}`;
  const folder = mkdtempSync(join(tmpdir(), "published-"));
  try {
    if (!(await isPublished(wanted, folder))) {
      return `There is no ${wanted} that ${version} could break.`;
    }
    await unpack(wanted, folder);
    // jsii-diff reads the assemblies of the peers too.
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const broken = await incompatibilities(join(folder, "package"), root);
    if (broken !== "") {
      throw new Error(
        `${version} breaks what ${wanted} has: keep it, or raise the version further.\n${broken}`,
      );
    }
    return `${version} breaks nothing of ${wanted}.`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The versions that nothing breaks between: those of a major version, below 1.0 of a minor one. */
export function compatibleVersions(version: string): string {
  const [major, minor] = version.split(".");
  return major === "0" ? `0.${minor}` : major;
}

/** `npm:` of jsii-diff takes a registry that does not answer for one that has no such package. */
async function isPublished(wanted: string, folder: string): Promise<boolean> {
  try {
    return (await npm(folder, "view", wanted, "version")) !== "";
  } catch (error) {
    const { message, stdout } = error as ExecFileException;
    if (stdout?.includes('"code": "E404"')) {
      return false;
    }
    throw new Error(`It is not known whether ${wanted} is published: try again. ${message}`);
  }
}

/** Puts the newest of the wanted versions into a folder named package. */
async function unpack(wanted: string, folder: string): Promise<void> {
  const [{ filename }] = JSON.parse(await npm(folder, "pack", wanted));
  await execute("tar", ["-xzf", filename], { cwd: folder });
}

async function npm(folder: string, ...args: string[]): Promise<string> {
  // With a cache of its own: where the registry does not answer, npm gives what it has of old.
  const flags = ["--json", "--cache", join(folder, "cache")];
  return (await execute("npm", [...args, ...flags], { cwd: folder })).stdout;
}

/** What of a published API the current one breaks, as jsii-diff says it; empty if nothing. */
async function incompatibilities(published: string, current: string): Promise<string> {
  const diff = require.resolve("jsii-diff/bin/jsii-diff");
  const env = { ...process.env, ...jsiiEnvironment };
  try {
    await execute(process.execPath, [diff, published, current], { env });
    return "";
  } catch (error) {
    const { code, stderr } = error as ExecFileException;
    // 1 is for breaking changes, others for what went wrong.
    if (code !== 1) {
      throw error;
    }
    return stderr ?? "";
  }
}
