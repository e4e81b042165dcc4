import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progress } from "../command/progress";
import { run } from "../command/run";
import { bundlePackages } from "./bindings";

/**
 * Builds what is published of csi/: lib/ and .jsii, compiled by jsii, with the
 * charts beside the constructs that install them and the provider bindings
 * bundled in.
 */
export async function buildLibrary(root: string): Promise<void> {
  rmSync(join(root, "lib"), { recursive: true, force: true });
  await progress("compiling csi/", () => compile(root));
  removeSourceMaps(root);
  copyCharts(root);
  bundlePackages(root);
}

/** @throws an error with what jsii finds. */
async function compile(root: string): Promise<void> {
  const flags = [
    // csi/ has a tsconfig.json for all of the repository; jsii wants one of its own.
    "--generate-tsconfig=tsconfig.jsii.json",
    // `namespace` is a keyword of C#, for which nothing is published.
    "--silence-warnings=reserved-word",
    "--fail-on-warnings",
  ];
  await run(process.execPath, [require.resolve("jsii/bin/jsii"), ...flags], { cwd: root });
}

/** They are half of what each program unpacks and reads, and jsii always writes them. */
function removeSourceMaps(root: string): void {
  const files = readdirSync(join(root, "lib"), { recursive: true, encoding: "utf8" });
  for (const path of files.filter((file) => file.endsWith(".js"))) {
    const text = readFileSync(join(root, "lib", path), "utf8");
    writeFileSync(join(root, "lib", path), text.replace(/^\/\/# sourceMappingURL=.*$/m, ""));
  }
}

/** To where the compiled constructs look for their local charts. */
function copyCharts(root: string): void {
  const csi = join(root, "csi");
  const charts = readdirSync(csi, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith("/chart"),
  );
  for (const chart of charts) {
    cpSync(join(csi, chart), join(root, "lib", chart), { recursive: true });
  }
}
