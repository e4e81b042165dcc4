import { join } from "node:path";
import type { Section } from "./report";
import { median, timeInTurn } from "./timing";

const root = join(__dirname, "..", "..");

/** Times the stages of `npm test`, which needs Node and Terraform alone. */
export function measureTests(): Section {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const suite = (project: string) => ({
    title: `suite ${project}`,
    command: process.execPath,
    args: [vitest, "run", "--project", project],
    cwd: root,
  });
  const build = {
    title: "build",
    command: process.execPath,
    args: [require.resolve("tsx/cli"), "scripts/build.ts"],
    cwd: root,
  };
  const timings = timeInTurn([build, suite("unit"), suite("terraform")], 3);
  const medians = timings.map(({ seconds }) => median(seconds));
  return {
    title: "npm test, by stage",
    timings,
    bars: [
      { what: "seconds of all", value: medians.reduce((sum, value) => sum + value), limit: 90 },
      { what: "seconds of terraform", value: medians[2], limit: 40 },
    ],
  };
}
