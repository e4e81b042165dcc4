import { join } from "node:path";
import { inject } from "vitest";
import { type Finished, finish } from "./command";
import { go } from "./go/project";
import type { Program } from "./language";
import { python } from "./python/project";
import { typescript } from "./typescript/project";

/** The languages that the package is published for. */
export const languages = { typescript, python, go };

/** The name of one of them. */
export type LanguageName = keyof typeof languages;

/** Their names. */
export const languageNames = Object.keys(languages) as LanguageName[];

/** Puts a program into the project that all tests of its language share. */
export function install(language: LanguageName, source: string): Promise<Program> {
  return languages[language].install(join(inject("projects"), language), source);
}

/** Runs a program to its end. */
export function start(program: Program, ...args: string[]): Promise<Finished> {
  const { command, folder: cwd, env } = program;
  return finish(command, [...program.args, ...args], { cwd, env });
}
