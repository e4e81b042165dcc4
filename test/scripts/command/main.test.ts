import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { main } from "../../../scripts/command/main";
import { finish } from "../../../scripts/command/run";

const root = join(__dirname, "..", "..", "..");
const scripts = readdirSync(join(root, "scripts")).filter((name) => name.endsWith(".ts"));

describe.concurrent("a script refuses an option that it does not have:", {
  timeout: 60_000,
}, () => {
  it.for(scripts)("%s", async (script, { expect }) => {
    const args = ["--require", "tsx/cjs", join("scripts", script), "--wrong"];
    const { code, stdout, stderr } = await finish(process.execPath, args, { cwd: root });
    expect(stderr).toMatch(/^Unknown option '--wrong'\. This command takes [^\n]*\.\n$/);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });
});

describe("a command", () => {
  const argv = process.argv;
  let said: MockInstance;

  beforeEach(() => {
    said = vi.spyOn(console, "error").mockReturnValue();
  });
  afterEach(() => {
    said.mockRestore();
    process.argv = argv;
    process.exitCode = undefined;
  });

  const options = { size: { type: "string", default: "small" } } as const;
  const run = async (args: string[], command: (size: string) => void) => {
    process.argv = ["node", "script.ts", ...args];
    await main({ options }, ({ values }) => command(values.size));
    return process.exitCode;
  };

  it("gets what the command line says", async () => {
    const sizes: string[] = [];
    expect(await run(["--size", "large"], (size) => sizes.push(size))).toBeUndefined();
    expect(await run([], (size) => sizes.push(size))).toBeUndefined();
    expect(sizes).toEqual(["large", "small"]);
    expect(said).not.toHaveBeenCalled();
  });

  it.each([
    [["--sise"], "Unknown option '--sise'. This command takes --size."],
    [["large"], "Unexpected argument 'large'. This command takes --size."],
    [["--size"], "Option '--size <value>' argument missing. This command takes --size."],
  ])("is not begun by %j: the message says what is allowed", async (args, message) => {
    expect(await run(args, () => expect.unreachable())).toBe(1);
    expect(said.mock.calls).toEqual([[message]]);
  });

  it("that fails says so in the error's words alone, and ends with 1", async () => {
    const code = await run([], () => {
      throw new Error("There is no disk: buy one.");
    });
    expect(said.mock.calls).toEqual([["There is no disk: buy one."]]);
    expect(code).toBe(1);
  });

  it("that has a mistake in its code shows where", async () => {
    await run([], () => (undefined as unknown as string).trim());
    expect(said.mock.calls).toEqual([
      [expect.stringMatching(/^TypeError: .*\n +at .*main\.test\.ts/s)],
    ]);
  });
});
