import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { progress } from "../../scripts/command/progress";
import { run } from "../../scripts/command/run";
import { virtualEnvironment } from "../../scripts/package/python";
import { goProgram } from "../go-programs";

declare module "vitest" {
  interface ProvidedContext {
    /** The paths of the programs, of checkov that of a Python which has it. */
    tools: Readonly<Record<"actionlint" | "checkov" | "helm" | "tflint", string>>;
  }
}

/** Installs the programs: checkov at the version that requirements.txt pins. */
export default async function setup({ provide }: TestProject): Promise<void> {
  provide("tools", {
    actionlint: await goProgram("actionlint"),
    checkov: await progress("installing checkov", pythonWithCheckov),
    helm: await goProgram("helm"),
    tflint: await goProgram("tflint"),
  });
}

async function pythonWithCheckov(): Promise<string> {
  const cache = join(__dirname, "..", "..", "node_modules", ".cache", "clockwork-codex-csi");
  const python = await virtualEnvironment(join(cache, "checkov"));
  const requirements = join(__dirname, "requirements.txt");
  await run(python, ["-m", "pip", "install", "--quiet", "--requirement", requirements]);
  return python;
}
