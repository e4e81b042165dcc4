/**
 * Builds or installs the tools of this folder, or those that are named, and
 * prints where they are: `npx tsx test/tools/build.ts [helm ...]`.
 */
import { pythonWithCheckov } from "./checkov";
import { goTool, goTools } from "./go-tool";

const tools: Record<string, () => Promise<string>> = {
  ...Object.fromEntries(goTools.map((tool) => [tool, () => goTool(tool)])),
  checkov: pythonWithCheckov,
};

async function main(names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (tools[name] === undefined) {
      throw new Error(`there is no tool "${name}" here, only ${Object.keys(tools).join(", ")}`);
    }
    process.stdout.write(`${await tools[name]()}\n`);
  }
}

const named = process.argv.slice(2);
main(named.length > 0 ? named : Object.keys(tools)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
