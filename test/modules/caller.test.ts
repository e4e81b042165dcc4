import { join } from "node:path";
import { expect, it } from "vitest";
import { terraform } from "../terraform/terraform";

it("can be called in a user's own tests, with mocked providers", async () => {
  const caller = terraform(join(__dirname, "caller"));
  expect(await caller.fmtCheck()).toBe("");
  expect(await caller.test()).toMatchObject([
    { name: "applications_find_the_documented_classes", status: "pass" },
    { name: "applications_find_the_file_system", status: "pass" },
  ]);
});
