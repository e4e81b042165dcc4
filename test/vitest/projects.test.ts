import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { probe, root, vitest } from "./probe";

/** The projects that run each test file of a folder. */
async function projectsOf(folder: string): Promise<Record<string, string[]>> {
  const { stdout } = await vitest(folder, ["list", "--filesOnly", "--json"]);
  const listed: { file: string; projectName: string }[] = JSON.parse(stdout);
  const files = readdirSync(join(folder, "test"), { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => join("test", file))
      .map((file) => [
        file,
        listed
          .filter((entry) => entry.file === join(folder, file))
          .map((entry) => entry.projectName),
      ]),
  );
}

it("runs every test file in one project", async () => {
  const projects = await projectsOf(root);
  expect(Object.keys(projects).length).toBeGreaterThan(50);
  const wrong = Object.entries(projects).filter(([, names]) => names.length !== 1);
  expect(wrong, "The `include`s of vitest.config.mts miss it, or several have it.").toEqual([]);
}, 30_000);

it("sees a test file that no project runs", async () => {
  const folder = probe({ "test/csi/a.test.ts": "", "test/elsewhere/b.test.ts": "" });
  expect(await projectsOf(folder)).toEqual({
    "test/csi/a.test.ts": ["unit"],
    "test/elsewhere/b.test.ts": [],
  });
}, 30_000);
