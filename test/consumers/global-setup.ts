import { mkdirSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { progress } from "../../scripts/command/progress";
import { create, languages } from "./projects";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder with a project for each language, by its name. */
    projects: string;
  }
}

/** Makes a fresh project for each language, once for all tests. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const projects = mkdtempSync(join(tmpdir(), "consumers-"));
  const remove = () => rm(projects, { recursive: true, force: true });
  try {
    await progress("setting up projects in TypeScript, Python and Go", () =>
      Promise.all(
        languages.map((language) => {
          mkdirSync(join(projects, language));
          return create[language](join(projects, language));
        }),
      ),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  provide("projects", projects);
  return remove;
}
