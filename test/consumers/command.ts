import { execFile } from "node:child_process";
import { jsiiEnvironment } from "../../scripts/build/jsii-environment";

/** What a finished command leaves. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how to run a command. */
export interface CommandOptions {
  readonly cwd: string;
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** How to get the command: said where it is not on the PATH. */
  readonly hint?: string;
}

/** Runs a command to its end, however it ends. */
export function finish(
  command: string,
  args: readonly string[],
  { cwd, env, hint = "" }: CommandOptions,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd,
      // Without the banner of newer versions of cdktf.
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: "1",
        ...jsiiEnvironment,
        ...env,
      },
      maxBuffer: 64 * 1024 * 1024,
    };
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error?.code === "ENOENT") {
        reject(new Error(`\`${command}\` is not on the PATH. ${hint}`));
      } else if (error !== null && typeof error.code !== "number") {
        reject(error);
      } else {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      }
    });
  });
}

/**
 * Runs a command and returns what it prints.
 *
 * @throws an error with all that it printed if it fails.
 */
export async function succeed(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<string> {
  const { code, stdout, stderr } = await finish(command, args, options);
  if (code !== 0) {
    throw new Error(`${[command, ...args].join(" ")} ended with ${code}:\n${stdout}${stderr}`);
  }
  return stdout;
}
