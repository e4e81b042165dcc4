import { execFile } from "node:child_process";

/** What a finished command leaves. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface CommandOptions {
  /** Working directory. */
  readonly cwd?: string;
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether these variables are all of the environment. */
  readonly isolated?: boolean;
  /** Standard input. */
  readonly input?: string;
  /** How to get the command: said where it is not on the PATH. */
  readonly hint?: string;
}

/** No banner of newer versions of cdktf, and none of jsii's that Node 20 is at its end. */
const quiet = { CHECKPOINT_DISABLE: "1", JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: "20" };

/** Runs a command to its end, however it ends. */
export function finish(
  command: string,
  args: readonly string[],
  { cwd, env, isolated = false, input, hint = "" }: CommandOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd,
      env: { ...(isolated ? {} : process.env), ...quiet, ...env },
      maxBuffer: Number.POSITIVE_INFINITY,
    };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error?.code === "ENOENT") {
        reject(new Error(`\`${command}\` is not on the PATH. ${hint}`.trim()));
      } else if (error !== null && typeof error.code !== "number") {
        reject(error);
      } else {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      }
    });
    // A command that ends without reading its input says why by itself.
    child.stdin?.on("error", () => undefined).end(input);
  });
}

/**
 * Runs a command and returns what it prints.
 *
 * @throws an error with all that it printed if it fails.
 */
export async function run(
  command: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<string> {
  const { code, stdout, stderr } = await finish(command, args, options);
  if (code !== 0) {
    throw new Error(`${[command, ...args].join(" ")} ended with ${code}:\n${stdout}${stderr}`);
  }
  return stdout;
}
