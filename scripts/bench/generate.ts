import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ratio, type Section } from "./report";
import { timeInTurn } from "./timing";

const root = join(__dirname, "..", "..");
const tsx = require.resolve("tsx/cli");

/**
 * Times `generate` after a build against `cdktf synth --hcl` of the two modules'
 * constructs. The former writes the three root configurations and the
 * documents' blocks besides.
 */
export function measureGenerate(): Section {
  const folder = mkdtempSync(join(tmpdir(), "bench-generate-"));
  try {
    const program = join(__dirname, "programs", "modules.ts");
    const app = `"${process.execPath}" "${tsx}" "${program}"`;
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ language: "typescript", app }));
    const [generate, synth] = timeInTurn(
      [
        {
          title: "generate",
          command: process.execPath,
          args: [tsx, "scripts/generate.ts"],
          cwd: root,
        },
        {
          title: "cdktf synth --hcl",
          command: join(root, "node_modules", ".bin", "cdktf"),
          args: ["synth", "--hcl"],
          cwd: folder,
        },
      ],
      5,
    );
    return {
      title: "generate, after a build",
      timings: [generate, synth],
      bars: [ratio(generate, synth, 1 / 4)],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
