import { cpSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inject } from "vitest";
import { type Finished, finish, run } from "../../scripts/command/run";
import { type Language, pathWith } from "./projects";

/** The folder of a language's project, which all tests share. */
export function projectOf(language: Language): string {
  return join(inject("projects"), language);
}

/** Runs a command in a folder, in a shell that has the project's Python, and the cdktf that only the one in TypeScript has installed. */
export function shell(cwd: string, command: string, args: readonly string[]): Promise<Finished> {
  const python = join(projectOf("python"), ".venv", "bin");
  const PATH = pathWith(python, join(projectOf("typescript"), "node_modules", ".bin"));
  return finish(command, args, { cwd, env: { PATH } });
}

/** Copies a program's folder into a project, and gives its path there. */
export function install(language: Language, source: string): string {
  const folder = join(projectOf(language), basename(source));
  cpSync(source, folder, { recursive: true });
  return folder;
}

const commands: Readonly<Record<Language, readonly string[]>> = {
  typescript: ["npx", "tsx", "main.ts"],
  python: ["python3", "main.py"],
  go: ["./program"],
};

/**
 * Puts the test's program in a language into the project, and runs it: its
 * folder there, and what it prints.
 *
 * @throws an error with all that it printed if it fails.
 */
export async function start(
  language: Language,
  program: string,
  ...args: string[]
): Promise<{ folder: string; stdout: string }> {
  const folder = install(language, join(__dirname, language, program));
  if (language === "go") {
    await run("go", ["build", "-o", "program", "."], { cwd: folder });
  }
  const [command, ...main] = commands[language];
  const { code, stdout, stderr } = await shell(folder, command, [...main, ...args]);
  if (code !== 0) {
    throw new Error(`${program} in ${language} ended with ${code}:\n${stdout}${stderr}`);
  }
  return { folder, stdout };
}

/**
 * What Terraform would read of a synthesized stack, but for the one thing in it
 * that is the program's own: the default backend keeps the state in the folder
 * that the program ran in, by an absolute path.
 */
// biome-ignore lint/suspicious/noExplicitAny: a document as Terraform reads it.
export function configurationOf(folder: string, stack: string): Record<string, any> {
  const configuration = JSON.parse(
    readFileSync(join(stackOf(folder, stack), "cdk.tf.json"), "utf8"),
  );
  delete configuration.terraform.backend.local.path;
  return configuration;
}

/** Where cdktf puts a stack. */
export function stackOf(folder: string, stack: string): string {
  return join(folder, "cdktf.out", "stacks", stack);
}
