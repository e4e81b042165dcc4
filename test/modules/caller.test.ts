import { join } from "node:path";
import { expect, it } from "vitest";
import { terraform } from "../terraform/terraform";

it("can be called in a user's own tests, with mocked providers", async () => {
  const caller = terraform(join(__dirname, "caller"));
  expect(await caller.test()).toBe("Success! 2 passed, 0 failed.");
});
