import { spawnSync } from "node:child_process";
import { jsiiEnvironment } from "../build/jsii-environment";

/** How a command is run. */
export interface CommandOptions {
  /** Working directory. */
  readonly cwd?: string;
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** How to get the command, or what it lacks: said where it fails. */
  readonly hint?: string;
}

/**
 * Runs a command to its end and returns what it prints.
 *
 * @throws an error with all that it printed if it fails.
 */
export function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): string {
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...jsiiEnvironment, ...options.env },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const hint = options.hint ? `\n${options.hint}` : "";
  if ((error as NodeJS.ErrnoException)?.code === "ENOENT") {
    throw new Error(`\`${command}\` is not on the PATH.${hint}`);
  }
  if (status !== 0) {
    throw new Error(
      `${[command, ...args].join(" ")} failed:\n${error ?? ""}${stdout}${stderr}${hint}`,
    );
  }
  return stdout;
}
