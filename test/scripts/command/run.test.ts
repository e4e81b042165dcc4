import { expect, it, vi } from "vitest";
import { progress } from "../../../scripts/command/progress";
import { finish, run } from "../../../scripts/command/run";

const node = (script: string) => ["-e", script];

it("a command gets input and variables, and gives what it prints", async () => {
  const script = 'process.stdin.on("data", (text) => console.log(process.env.SIZE + text))';
  const options = { input: " disk", env: { SIZE: "large" } };
  expect(await run(process.execPath, node(script), options)).toBe("large disk\n");
  const names = await run(process.execPath, node("console.log(Object.keys(process.env))"), {
    env: { SIZE: "large" },
    isolated: true,
  });
  expect(names).toContain("SIZE");
  expect(names).not.toContain("PATH");
});

it("a command that fails is an error with all that it printed, unless the end is asked for", async () => {
  const args = node('console.log("tried"); console.error("no luck"); process.exit(3)');
  await expect(run(process.execPath, args)).rejects.toThrow(/ended with 3:\ntried\nno luck\n$/);
  const end = { code: 3, stdout: "tried\n", stderr: "no luck\n" };
  expect(await finish(process.execPath, args)).toEqual(end);
});

it("a command that a signal ends is an error", async () => {
  const killed = finish(process.execPath, node("process.kill(process.pid)"));
  await expect(killed).rejects.toMatchObject({ signal: "SIGTERM" });
});

it("a command that is not there is an error that says how to get it", async () => {
  await expect(finish("no-such-command", [], { hint: "Buy one." })).rejects.toThrow(
    "`no-such-command` is not on the PATH. Buy one.",
  );
});

it("what is being done is told before, and how long it took after", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await progress("packing", async () => said.mock.calls.length)).toBe(1);
  expect(said.mock.calls).toEqual([["packing ...\n"], ["packing took 0 s\n"]]);
  said.mockRestore();
});
