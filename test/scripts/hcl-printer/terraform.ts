import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseEnvironment, run } from "../../terraform/command";

const env = baseEnvironment(process.env, true);

/** What `terraform fmt` makes of a text. */
export async function formatted(text: string): Promise<string> {
  return terraform(["fmt", "-"], tmpdir(), text);
}

/** The values of a configuration's outputs, which must need no provider. */
export async function outputsOf(files: Record<string, string>): Promise<Record<string, unknown>> {
  const directory = mkdtempSync(join(tmpdir(), "hcl-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    await terraform(["apply", "-auto-approve", "-no-color"], directory);
    const outputs: Record<string, { value: unknown }> = JSON.parse(
      await terraform(["output", "-json"], directory),
    );
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function terraform(args: string[], directory: string, input?: string): Promise<string> {
  const { code, stdout, stderr } = await run(args, { directory, env, input });
  if (code !== 0) throw new Error(`terraform ${args[0]} failed:\n${stderr}${stdout}`);
  return stdout;
}
