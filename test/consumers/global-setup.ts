import { mkdirSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { go } from "./go/project";
import { python } from "./python/project";
import { typescript } from "./typescript/project";

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
  console.log("setting up projects in TypeScript, Python and Go from dist/ ...");
  try {
    await Promise.all(
      Object.entries({ typescript, python, go }).map(([name, { create }]) => {
        mkdirSync(join(projects, name));
        return create(join(projects, name));
      }),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  provide("projects", projects);
  return remove;
}
