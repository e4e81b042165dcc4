/**
 * Checks format and lint rules (Biome), spelling (CSpell) and the links between
 * documents (remark), and fails if any of them finds something.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { main } from "./main";

const root = join(__dirname, "..");
const checks = [
  ["biome", "ci", "--error-on-warnings", "."],
  ["cspell", "--no-progress", "--no-summary"],
  ["remark", ".", "--frail", "--quiet", "--no-stdout"],
];

main({}, () => {
  const failed = checks.filter(([command, ...args]) => {
    console.log(`> ${command} ${args.join(" ")}`);
    const { status } = spawnSync(join(root, "node_modules", ".bin", command), args, {
      cwd: root,
      stdio: "inherit",
    });
    return status !== 0;
  });
  if (failed.length > 0) {
    throw new Error(`Failed: ${failed.map(([command]) => command).join(", ")}.`);
  }
});
