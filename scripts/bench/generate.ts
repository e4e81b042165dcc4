import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyOfRepository } from "../mutants/repository-copy";
import { ratio, type Section } from "./report";
import { timeInTurn } from "./timing";

const root = join(__dirname, "..", "..");

/** Runs TypeScript in the one process: tsx's own command starts a second. */
const node = ["--require", require.resolve("tsx/cjs")];

/**
 * Times `generate` after a build, in a copy of the repository, against `cdktf
 * synth --hcl` of the same constructs: the modules' and the root configurations'.
 */
export function measureGenerate(): Section {
  const folder = mkdtempSync(join(tmpdir(), "bench-generate-"));
  const copy = copyOfRepository(root);
  try {
    const program = join(__dirname, "programs", "modules.ts");
    const app = [process.execPath, ...node, program].map((word) => `"${word}"`).join(" ");
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ language: "typescript", app }));
    const [generate, synth] = timeInTurn(
      [
        {
          title: "generate",
          command: process.execPath,
          args: [...node, "scripts/generate.ts"],
          cwd: copy,
        },
        {
          title: "cdktf synth --hcl",
          command: join(root, "node_modules", ".bin", "cdktf"),
          args: ["synth", "--hcl"],
          cwd: folder,
        },
      ],
      7,
    );
    return {
      title: "generate, after a build",
      timings: [generate, synth],
      bars: [ratio(generate, synth, 1 / 4)],
    };
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(copy, { recursive: true });
  }
}
