import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { filesBelow } from "../scripts/generate/files";
import { expectExactly } from "./exact/exact";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(__dirname, "../.github/workflows");
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(join(folder, file), "utf8");
  return { file, text, workflow: parse(text) as Workflow };
});

/** The jobs that end before a job begins. */
function before({ jobs }: Workflow, name: string): string[] {
  const needs = [jobs[name]?.needs ?? []].flat();
  return [...needs, ...needs.flatMap((needed) => before({ jobs } as Workflow, needed))];
}

/** What a workflow does that none of ours may. */
function faults(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const found = [...text.matchAll(/^.*\buses: (?!\.\/)(.*)$/gm)]
    .map(([, uses]) => uses)
    .filter((uses) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))
    .map((uses) => `${uses} is not pinned to a commit, with its version beside it`);
  if (JSON.stringify(workflow.permissions) !== "{}") found.push("jobs have permissions by default");
  if (/continue-on-error|always\(\)|!cancelled\(\)|\|\| true/.test(text)) {
    found.push("a failure goes unnoticed");
  }
  for (const [name, job] of Object.entries(workflow.jobs)) {
    // Registries trust environments of their own: what is in `aws` cannot publish.
    const publishes =
      job.environment !== "aws" &&
      (job.environment !== undefined || Object.values(job.permissions ?? {}).includes("write"));
    const untested = ["package", "ci", "test"].filter((it) => !before(workflow, name).includes(it));
    if (publishes && untested.length > 0) {
      found.push(`${name} publishes without waiting for ${untested.join(", ")}`);
    }
    for (const { uses, with: inputs } of job.steps ?? []) {
      if (!uses?.startsWith("actions/checkout@") || inputs?.repository) continue;
      if (inputs?.["persist-credentials"] !== false) found.push(`${name} keeps its token on disk`);
    }
  }
  return found;
}

/** What a job or a step is told, a script as the list of its lines. */
function told(value: unknown) {
  const text = JSON.stringify(value, (_, part) =>
    typeof part === "string" && part.includes("\n") ? part.trim().split("\n") : part,
  );
  return JSON.parse(text);
}

it("has these jobs in this order, with all that they are told, and no others", () =>
  expectExactly(
    "workflows",
    Object.fromEntries(
      workflows.map(({ file, workflow: { jobs, ...rest } }) => {
        const exact = Object.entries(jobs).map(([name, { steps, ...job }]) => {
          // The commit changes with the version beside it.
          const done = steps?.map((it) => ({ ...it, uses: it.uses?.split("@")[0] }));
          return [name, told({ ...job, steps: done })];
        });
        return [file, { ...rest, jobs: Object.fromEntries(exact) }];
      }),
    ),
  ));

it("takes each action at one commit", () => {
  const uses = workflows.flatMap(({ text }) => text.match(/[\w./-]+@[0-9a-f]{40}/g) ?? []);
  const commits = new Map(uses.map((action) => [action.split("@")[0], action]));
  expect(uses.filter((action) => ![...commits.values()].includes(action))).toEqual([]);
});

it("gets updates of the Go programs that tests install, and of what pip installs", () => {
  const root = join(folder, "../..");
  const renovate = JSON.parse(readFileSync(join(root, ".github/renovate.json"), "utf8"));
  const files = ["scripts", "test"].flatMap((below) => filesBelow(root, below));
  const pattern = ([text]: string[]) => new RegExp(text.replace(/^\/|\/$/g, ""));
  const [{ matchStrings, managerFilePatterns }] = renovate.customManagers;
  const programs = readFileSync(join(root, "test/go-programs.ts"), "utf8").match(/".*@v.*"/g);
  expect(programs?.filter((it) => !new RegExp(matchStrings[0]).test(it))).toEqual([]);
  expect(files.filter((file) => pattern(managerFilePatterns).test(file))).toEqual([
    "test/go-programs.ts",
  ]);
  const ofPip = pattern(renovate.pip_requirements.managerFilePatterns);
  const pinned = files.filter((file) => file.endsWith(".txt"));
  expect(pinned.filter((file) => !ofPip.test(file))).toEqual([]);
  expect(pinned).toHaveLength(3);
});

it.each(workflows)("finds no fault in $file", ({ text }) => {
  expect(faults(text)).toEqual([]);
});

describe("finds that", () => {
  const { text } = workflows.find(({ file }) => file === "publish.yml") ?? { text: "" };

  it.each([
    [/@[0-9a-f]{40}/, "@v4", "actions/checkout@v4 # v4.2.2 is not pinned to a commit"],
    [/ # v\d.*/, "", "is not pinned to a commit, with its version beside it"],
    [/^permissions: \{\}/m, "permissions: write-all", "jobs have permissions by default"],
    [/npm run package/, "npm run package || true", "a failure goes unnoticed"],
    [/needs: \[package, ci, test\]/, "needs: test", "npm publishes without waiting for ci"],
    [
      /needs: \[package, ci, test\]/,
      "needs: ci",
      "attest publishes without waiting for package, test",
    ],
    [/needs: \[package, attest\]/, "needs: package", "npm publishes without waiting for ci, test"],
    [/ +persist-credentials: false\n/, "", "package keeps its token on disk"],
  ])("%s may not become %j", (written, other, fault) => {
    expect(text).toMatch(written);
    expect(faults(text.replace(written, other)).join("\n")).toContain(fault);
  });
});
