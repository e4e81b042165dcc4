import { spawn } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mutant, mutate } from "./mutant";

const left = new Set(["node_modules", ".git", "dist", "coverage"]);

/** A copy of the repository, with its dependencies, to break and mend. */
export class Workspace {
  private readonly folder = mkdtempSync(join(tmpdir(), "mutants-"));

  constructor(repository: string) {
    for (const name of readdirSync(repository).filter((entry) => !left.has(entry))) {
      cpSync(join(repository, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(repository, "node_modules"), join(this.folder, "node_modules"));
  }

  /** Whether a test file passes on the source as it is. */
  passes(test: string): Promise<boolean> {
    return this.run("vitest/vitest.mjs", "run", test);
  }

  /** Whether a test file fails on a mutant, or the generator does that writes what is tested. */
  async kills(mutant: Mutant): Promise<boolean> {
    const path = join(this.folder, mutant.file);
    const source = readFileSync(path, "utf8");
    writeFileSync(path, mutate(mutant, source));
    try {
      return !((await this.generate(mutant)) && (await this.passes(mutant.killedBy)));
    } finally {
      writeFileSync(path, source);
      await this.generate(mutant);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes modules/ anew where they are what is tested. */
  private async generate({ killedBy }: Mutant): Promise<boolean> {
    const isOfModules = killedBy.startsWith("test/modules/");
    return !isOfModules || (await this.run("tsx/dist/cli.mjs", "scripts/generate.ts"));
  }

  private run(program: string, ...args: string[]): Promise<boolean> {
    const path = join("node_modules", program);
    const child = spawn(process.execPath, [path, ...args], { cwd: this.folder, stdio: "ignore" });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve(code === 0));
    });
  }
}
