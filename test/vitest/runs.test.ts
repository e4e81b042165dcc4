import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { probe, vitest } from "./probe";
import { PREFIX } from "./temporary-folder";

const run = ["run", "--project", "unit"];
const built = { "csi/index.ts": "", ".jsii": "{}" };
const one = `import { describe, it } from "vitest";
it("runs", () => console.log("in <" + process.env.TMPDIR + ">"));
`;
const several = `${one}
it.skip("is skipped", () => undefined);
it.todo("is to do");
describe.skip("of a group", () => it("is skipped", () => undefined));
describe.todo("is a group to do");
it("skips itself", ({ skip }) => skip());
`;
const interrupted = (signal: string) => `import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "vitest";

it("interrupts the run and goes on writing, as long as there is where to", () => {
  process.kill(process.ppid, "${signal}");
  for (const end = Date.now() + 5_000; Date.now() < end; ) mkdtempSync(join(tmpdir(), "late-"));
});
`;

describe.concurrent("a run", { timeout: 60_000 }, () => {
  it("passes where all tests run and pass, and leaves no temporary folder", async ({ expect }) => {
    const { code, stdout, stderr } = await vitest(
      probe({ ...built, "test/csi/a.test.ts": one }),
      run,
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const [, folder] = /in <(.*)>/.exec(stdout) ?? [];
    expect(basename(folder)).toMatch(new RegExp(`^${PREFIX}`));
    expect(existsSync(folder)).toBe(false);
  });

  it.for([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "leaves no temporary folder when %s ends it",
    async ([signal, expected], { expect }) => {
      const folder = mkdtempSync(join(tmpdir(), "interrupted-"));
      const files = { ...built, "test/csi/a.test.ts": interrupted(signal) };
      const { code } = await vitest(probe(files), run, { TMPDIR: folder });
      expect(code).toBe(expected);
      expect(readdirSync(folder).filter((name) => name.startsWith(PREFIX))).toEqual([]);
    },
  );

  it("fails where a test is skipped or another focused, and names those that did not run", async ({
    expect,
  }) => {
    const files = {
      ...built,
      "test/csi/a.test.ts": several,
      "test/csi/b.test.ts": `${one}\nit.only("is focused", () => undefined);\n`,
    };
    const { code, stderr } = await vitest(probe(files), run);
    expect(stderr.split("\n").sort().join("\n")).toContain(`
  test/csi/a.test.ts > is a group to do
  test/csi/a.test.ts > is skipped
  test/csi/a.test.ts > is to do
  test/csi/a.test.ts > of a group > is skipped
  test/csi/a.test.ts > skips itself
  test/csi/b.test.ts > runs
`);
    expect(stderr).toContain("Skipped, and so not tested:");
    expect(code).toBe(1);
  });

  it("fails before its first test where csi/ is not built", async ({ expect }) => {
    const { code, stdout, stderr } = await vitest(probe({ "test/csi/a.test.ts": one }), run);
    expect(stderr).toContain("There is no .jsii, which tests read: run `npm run build`.");
    expect(stdout).not.toContain("in <");
    expect(code).toBe(1);
  });

  it.for<[string, string[], Record<string, string>]>([
    ["names of tests are asked for", ["--testNamePattern", "runs"], {}],
    [
      "real providers are, with which some have no meaning",
      [],
      { TERRAFORM_PROVIDERS: "registry" },
    ],
  ])("passes with skipped tests where %s", async ([, args, env], { expect }) => {
    const { code } = await vitest(
      probe({ ...built, "test/csi/a.test.ts": several }),
      [...run, ...args],
      env,
    );
    expect(code).toBe(0);
  });
});

it("has its temporary folder in every worker", () => {
  expect(tmpdir()).toContain(PREFIX);
});
