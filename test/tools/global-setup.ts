import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { progress } from "../../scripts/command/progress";
import { run } from "../../scripts/command/run";
import { virtualEnvironment } from "../../scripts/package/python";
import { goPrograms } from "../go-programs";

declare module "vitest" {
  interface ProvidedContext {
    /** The paths of the programs, of checkov that of a Python which has it. */
    tools: Readonly<Record<"actionlint" | "checkov" | "helm" | "tflint", string>>;
  }
}

/** Installs the programs at the versions that go.mod and requirements.txt pin. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const go = await goPrograms(__dirname, ["tool"]);
  const checkov = await progress("installing checkov", pythonWithCheckov);
  const [actionlint, helm, tflint] = ["actionlint", "helm", "tflint"].map((it) => join(go, it));
  provide("tools", { actionlint, checkov, helm, tflint });
}

async function pythonWithCheckov(): Promise<string> {
  const cache = join(__dirname, "..", "..", "node_modules", ".cache", "clockwork-codex-csi");
  const python = await virtualEnvironment(join(cache, "checkov"));
  const requirements = join(__dirname, "requirements.txt");
  await run(python, ["-m", "pip", "install", "--quiet", "--requirement", requirements]);
  return python;
}
