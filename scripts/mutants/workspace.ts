import { spawn } from "node:child_process";
import { readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assemblyFile } from "../build/assembly";
import { type Mutant, mutate } from "./mutant";
import { copyOfRepository } from "./repository-copy";

interface Finished {
  readonly passed: boolean;
  readonly output: string;
}

/** A copy of the repository, with its dependencies, to break and mend. */
export class Workspace {
  private readonly folder: string;

  constructor(repository: string) {
    this.folder = copyOfRepository(repository);
    // It stays that of the source as it is: a mutant changes what a construct does, not what it takes.
    const future = new Date("2100-01-01");
    utimesSync(assemblyFile(this.folder), future, future);
  }

  /** Whether a test file passes on the source as it lies there. */
  async passes(test: string): Promise<boolean> {
    return (await this.run("vitest/vitest.mjs", "run", test)).passed;
  }

  /**
   * Whether a test file fails on a mutant.
   *
   * @throws an error if the generator fails on it, of which the test says nothing.
   */
  async kills(mutant: Mutant): Promise<boolean> {
    const path = join(this.folder, mutant.file);
    const source = readFileSync(path, "utf8");
    const isOfModules = mutant.killedBy.startsWith("test/modules/");
    writeFileSync(path, mutate(mutant, source));
    try {
      if (isOfModules) await this.generate(`with the mutant "${mutant.name}" of ${mutant.file}`);
      return !(await this.passes(mutant.killedBy));
    } finally {
      writeFileSync(path, source);
      if (isOfModules) await this.generate("after a mutant");
    }
  }

  /** Removes the copy; what still runs in it fails. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Writes modules/ anew, which tests of them read. */
  private async generate(when: string): Promise<void> {
    const { passed, output } = await this.run("tsx/dist/cli.mjs", "scripts/generate.ts");
    if (!passed) {
      throw new Error(`${when} scripts/generate.ts fails:\n${output}`);
    }
  }

  private run(program: string, ...args: string[]): Promise<Finished> {
    const path = join("node_modules", program);
    const child = spawn(process.execPath, [path, ...args], {
      cwd: this.folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => output.push(chunk));
    }
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) =>
        resolve({ passed: code === 0, output: Buffer.concat(output).toString() }),
      );
    });
  }
}
