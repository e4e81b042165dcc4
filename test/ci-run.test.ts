import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { finish } from "../scripts/command/run";
import { temporaryFolder } from "./terraform/root";

const script = join(__dirname, "../.ci/run");

const steps = [
  "ci",
  "run generate",
  "run lint",
  "run types",
  "test -- --coverage",
  "run test:providers",
  "run test:tools",
  "run test:consumers",
  "run test:cluster",
  "run mutants -- --dryRunOnly",
];

/**
 * Runs .ci/run in a repository of its own, where a file has changed since the commit, with an npm
 * that only notes what it is told.
 *
 * @param npm What it does besides, in Bash; `$*` is what it is told.
 * @param functions What Bash is to run in place of other programs.
 */
async function ciRun(npm = "", functions = "") {
  const folder = temporaryFolder();
  const [repository, bin] = [join(folder, "repository"), join(folder, "bin")];
  for (const path of [bin, join(repository, ".ci"), join(repository, "node_modules")]) {
    mkdirSync(path, { recursive: true });
  }
  cpSync(script, join(repository, ".ci/run"));
  writeFileSync(join(repository, ".gitignore"), "node_modules\n");
  const git = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
    [...git, "commit", "--quiet", "-m", "x"],
  ]) {
    execFileSync("git", args, { cwd: repository });
  }
  writeFileSync(join(repository, ".gitignore"), "node_modules\n\n");
  writeFileSync(join(folder, "functions"), functions);
  const log = join(folder, "log");
  writeFileSync(log, "");
  for (const [name, body] of Object.entries({ npm: `echo "$*" >> ${log}\n${npm}`, etcd: "" })) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const env = {
    BASH_ENV: join(folder, "functions"),
    CI: "",
    KUBECONFIG_TEST: "",
    PATH: `${bin}:${process.env.PATH}`,
  };
  const { code } = await finish("bash", [join(repository, ".ci/run")], { env });
  return { code, ran: readFileSync(log, "utf8").trim().split("\n") };
}

describe(".ci/run", () => {
  it("runs these steps in this order, and no others", async () => {
    expect(await ciRun()).toEqual({ code: 0, ran: steps });
  });

  it.each(steps.map((step, index) => [step, index] as const))(
    "stops at npm %s where it fails",
    async (step, index) => {
      const { code, ran } = await ciRun(`[ "$*" != "${step}" ]`);
      expect(code).not.toBe(0);
      expect(ran).toEqual(steps.slice(0, index + 1));
    },
  );

  it("stops where a step is missing", async () => {
    const { code, ran } = await ciRun('[ "$*" = ci ] && rm "$0"');
    expect(code).not.toBe(0);
    expect(ran).toEqual(["ci"]);
  });

  it.each([
    ["without etcd", "", 'command() { [ "$2" != etcd ]; }'],
    [
      "where not every file can be copied",
      "run types",
      'git() { [ "$1" != ls-files ] && command git "$@"; }',
    ],
  ])("stops %s", async (_, last, functions) => {
    const { code, ran } = await ciRun("", functions);
    expect(code).not.toBe(0);
    expect(ran.at(-1)).toBe(last);
  });

  it.each([
    ["run generate", "written"],
    ["run generate", ".gitignore"],
    ["run mutants -- --dryRunOnly", "written"],
  ])("refuses what npm %s writes to %s and nobody committed", async (step, file) => {
    const { code, ran } = await ciRun(`[ "$*" != "${step}" ] || echo >> ${file}`);
    expect(code).not.toBe(0);
    expect(ran.at(-1)).toBe(step);
  });
});
