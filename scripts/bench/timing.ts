import { type CommandOptions, run } from "../command/run";

/** A command to be timed, from its start to its end. */
export interface Timed extends CommandOptions {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Times commands in turn (A B A B ...), so that a machine that slows down slows
 * down all of them. One run of each comes before and does not count.
 *
 * @returns the seconds of each command's runs.
 */
export async function timeInTurn(commands: readonly Timed[], runs: number): Promise<number[][]> {
  const seconds = commands.map((): number[] => []);
  for (let round = 0; round <= runs; round++) {
    for (const [index, { title, command, args, ...options }] of commands.entries()) {
      process.stderr.write(`${title}: ${round === 0 ? "warm-up" : `${round} of ${runs}`}\n`);
      const start = performance.now();
      await run(command, args, options);
      if (round > 0) seconds[index].push((performance.now() - start) / 1000);
    }
  }
  return seconds;
}

/** The middle value; of an even number of values, the upper of the middle two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
