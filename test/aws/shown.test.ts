import { expect, test } from "vitest";
import { shown } from "./shown";

test("what a command prints is returned", async () => {
  expect(await shown(1, "echo", "seen")).toBe("seen\n");
});

test("a command that fails is an error", async () => {
  await expect(shown(1, "sh", "-c", "exit 3")).rejects.toThrow("sh -c ended with 3");
});

test("a command that takes too long is interrupted", async () => {
  await expect(shown(0.005, "sleep", "60")).rejects.toThrow("sleep 60 ended with SIGINT");
});

test("a command that is not there is an error", async () => {
  await expect(shown(1, "no-such-command")).rejects.toThrow("ENOENT");
});
