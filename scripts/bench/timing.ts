import { spawnSync } from "node:child_process";
import { jsiiEnvironment } from "../build/jsii-environment";

/** A command to be timed, from its start to its end. */
export interface Command {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How long the runs of a command took. */
export interface Timing {
  readonly title: string;
  readonly seconds: readonly number[];
}

/**
 * Times commands in turn (A B A B ...), so that a machine that slows down slows
 * down all of them. One run of each comes before and does not count.
 */
export function timeInTurn(commands: readonly Command[], runs: number): Timing[] {
  const timings = commands.map(({ title }) => ({ title, seconds: [] as number[] }));
  for (let round = 0; round <= runs; round++) {
    commands.forEach((command, index) => {
      process.stderr.write(
        `${command.title}: ${round === 0 ? "warm-up" : `${round} of ${runs}`}\n`,
      );
      const seconds = time(command);
      if (round > 0) {
        timings[index].seconds.push(seconds);
      }
    });
  }
  return timings;
}

function time({ title, command, args, cwd, env }: Command): number {
  const start = performance.now();
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      ...jsiiEnvironment,
      ...env,
    },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) {
    throw new Error(`${title} failed, so it cannot be timed:\n${error ?? ""}${stdout}${stderr}`);
  }
  return seconds;
}

/** The middle value; the mean of the middle two of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
