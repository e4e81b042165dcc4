/**
 * Measures whole processes, several runs each, and prints the medians with the
 * bars they are held to; fails where a bar does not hold. What it measures it
 * builds first.
 *
 * npm run bench                 all
 * npm run bench -- generate go  these alone
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "../package.json";
import { median, type Timed, timeInTurn } from "./bench/timing";
import { buildLibrary } from "./build/library";
import { main } from "./command/main";
import { run } from "./command/run";
import { packAll } from "./package/pack-all";
import { virtualEnvironment } from "./package/python";

/** What is timed: the median of the first, divided by that of the second if there is one, is limited. */
interface Measurement {
  readonly commands: readonly Timed[];
  readonly runs: number;
  readonly limit: number;
}

const root = join(__dirname, "..");
const empty = join(__dirname, "bench", "empty");

let packing: Promise<void> | undefined;
/** Packs what dist/ holds, once. */
function pack(): Promise<void> {
  packing ??= packAll(root, join(root, "dist"));
  return packing;
}

/** Each measurement, prepared in a folder that is removed afterwards. */
const measurements: Record<string, (folder: string) => Promise<Measurement>> = {
  /** After a build, against `cdktf synth --hcl` of the same constructs. */
  async generate(folder) {
    await buildLibrary(root);
    // In the one process: tsx's own command starts a second.
    const tsx = ["--require", require.resolve("tsx/cjs")];
    const node = process.execPath;
    const app = [node, ...tsx, join(__dirname, "bench", "modules.ts")].join(" ");
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ language: "typescript", app }));
    const cdktf = join(root, "node_modules", ".bin", "cdktf");
    const commands = [
      { title: "generate", command: node, args: [...tsx, "scripts/generate.ts"], cwd: root },
      { title: "cdktf synth --hcl", command: cdktf, args: ["synth", "--hcl"], cwd: folder },
    ];
    return { commands, runs: 7, limit: 0.25 };
  },

  /** Seconds. */
  async test() {
    const commands = [{ title: "npm test", command: "npm", args: ["test"], cwd: root }];
    return { commands, runs: 3, limit: 60 };
  },

  /** The example, on the wheel of dist/, against an empty app. */
  async python(folder) {
    await pack();
    const python = await virtualEnvironment(join(folder, ".venv"));
    const wheels = join(root, "dist", "python");
    const [wheel] = readdirSync(wheels).filter((name) => name.endsWith(".whl"));
    await run(python, ["-m", "pip", "install", join(wheels, wheel)]);
    const commands = [join(root, "examples", "python"), empty].map((source) => {
      const program = join(source, "main.py");
      return { title: program, command: python, args: [program], cwd: folder };
    });
    return { commands, runs: 15, limit: 1.25 };
  },

  /** The compiled example, on the module of dist/, against an empty app. */
  async go(folder) {
    await pack();
    const module = "github.com/clockwork-codex/csi-go/csi";
    const go = (...args: string[]) => run("go", args, { cwd: folder });
    await go("mod", "init", "bench");
    await go("mod", "edit", `-replace=${module}=${join(root, "dist", "go", "csi")}`);
    await go("get", `${module}@v${version}`);
    const commands: Timed[] = [];
    for (const source of [join(root, "examples", "go"), empty]) {
      const command = join(folder, "programs", String(commands.length));
      cpSync(join(source, "main.go"), join(folder, "main.go"));
      await go("build", "-o", command, ".");
      commands.push({ title: join(source, "main.go"), command, args: [], cwd: folder });
    }
    return { commands, runs: 15, limit: 1.25 };
  },
};

main({ allowPositionals: true }, async ({ positionals }) => {
  const known = Object.keys(measurements);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(`There is no measurement "${unknown}": choose of ${known.join(", ")}.`);
  }
  const beyond: string[] = [];
  for (const name of positionals.length > 0 ? positionals : known) {
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    try {
      const measurement = await measurements[name](folder);
      if (!(await holds(name, measurement))) beyond.push(name);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  if (beyond.length > 0) {
    throw new Error(`Beyond the bar: ${beyond.join(", ")}.`);
  }
});

/** Times a measurement and prints what came of it. */
async function holds(name: string, { commands, runs, limit }: Measurement): Promise<boolean> {
  const seconds = await timeInTurn(commands, runs);
  commands.forEach(({ title }, index) => {
    const sorted = seconds[index].map((it) => it.toFixed(2)).sort();
    console.log(`${title}: ${median(seconds[index]).toFixed(2)} s of ${sorted.join(", ")}`);
  });
  const [value, to = 1] = seconds.map(median);
  const verdict = value / to <= limit ? "holds" : "DOES NOT HOLD";
  console.log(`${name}: ${(value / to).toFixed(3)}, at most ${limit}: ${verdict}\n`);
  return value / to <= limit;
}
