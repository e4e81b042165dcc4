import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isInstalled, run } from "../run";
import { cacheFolder, madeOnce } from "./cache";
import { withProgress } from "./progress";

/** A program that the Go module in this folder pins. */
export type GoTool = (typeof goTools)[number];

/** The programs that the Go module in this folder pins. */
export const goTools = ["helm", "terraform-docs", "tflint"] as const;

/** A build by this folder's go.mod alone, and without a C compiler. */
const GO = { cwd: __dirname, env: { CGO_ENABLED: "0", GOFLAGS: "-mod=readonly", GOWORK: "off" } };

/**
 * The path of a program at the version that go.mod pins.
 *
 * Built at the first call, which takes some minutes, and kept until go.mod or
 * go.sum changes.
 */
export function goTool(tool: GoTool, folder = cacheFolder(["go.mod", "go.sum"])): Promise<string> {
  return madeOnce(join(folder, tool), async (unfinished) => {
    if (!isInstalled("go")) {
      throw new Error(
        `go is not on the PATH, which builds ${tool}: install Go ${goVersion()} or later, https://go.dev/dl.`,
      );
    }
    await withProgress(`building ${tool}`, () => build(tool, unfinished));
  });
}

async function build(tool: GoTool, path: string): Promise<void> {
  const tools = (await run("go", ["list", "-f", "{{.ImportPath}}", "tool"], GO)).trim().split("\n");
  const packages = tools.filter((candidate) => basename(candidate) === tool);
  await run("go", ["build", "-ldflags=-s -w", "-o", path, ...packages], GO);
}

/** The oldest Go that go.mod takes. */
function goVersion(): string | undefined {
  return /^go (\S+)$/m.exec(readFileSync(join(__dirname, "go.mod"), "utf8"))?.[1];
}
