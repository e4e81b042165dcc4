import { type ParseArgsConfig, parseArgs } from "node:util";

/** What a command line says, as `parseArgs` reads it. */
export type CommandLine<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>>;

/**
 * Runs a command on its command line. Where it fails, it says why in the words
 * of the error, without a stack, and the process ends with 1.
 */
export async function main<Config extends ParseArgsConfig>(
  config: Config,
  command: (line: CommandLine<Config>) => void | Promise<void>,
): Promise<void> {
  try {
    await command(readCommandLine(config));
  } catch (error) {
    console.error(explain(error as Error));
    process.exitCode = 1;
  }
}

function readCommandLine<Config extends ParseArgsConfig>(config: Config): CommandLine<Config> {
  try {
    return parseArgs(config);
  } catch (error) {
    const options = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    const allowed = options.length > 0 ? options.join(", ") : "no options";
    throw new Error(`${(error as Error).message.split(/\.\s/)[0]}. This command takes ${allowed}.`);
  }
}

/**
 * What an error says: one that the code throws, all in its message. One of
 * JavaScript's own is a mistake in the code, to be found by its stack.
 */
function explain(error: Error): string | undefined {
  const isMistake = error.name !== "Error" && !("code" in error);
  return isMistake ? error.stack : error.message;
}
