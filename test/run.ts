import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** How a command is run. */
export interface RunOptions {
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Working directory. */
  readonly cwd?: string;
  /** Standard input. */
  readonly input?: string;
}

/** Runs a command and returns what it prints; throws with its error output if it fails. */
export async function run(
  command: string,
  args: readonly string[],
  { env, cwd, input }: RunOptions = {},
): Promise<string> {
  const running = execute(command, args, {
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  // A command that ends without reading its input says why by itself.
  running.child.stdin?.on("error", () => undefined).end(input);
  return (await running).stdout;
}

/** Whether a command can be found on the PATH. */
export function isInstalled(command: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, command)));
}
