import { cpSync } from "node:fs";
import { basename, join } from "node:path";

/** How a user of one language sets up a project and runs a program. */
export interface Language {
  /** Makes a project with the package from dist/ in an empty folder. */
  create(project: string): Promise<void>;
  /**
   * Puts a program into a project.
   *
   * @param source Folder of the program, whose file is named main.
   */
  install(project: string, source: string): Promise<Program>;
}

/** A program that is ready to run. */
export interface Program {
  /** Folder that the program was put into, and where it runs. */
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What the environment of a shell in the project has besides. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Copies a program's folder into a project, and gives its path there. */
export function copyProgram(project: string, source: string): string {
  const folder = join(project, basename(source));
  cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith("cdktf.out") });
  return folder;
}
