import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Copies each local chart to where the compiled constructs look for it. */
export function copyCharts(root: string): void {
  for (const folder of readdirSync(join(root, "csi"))) {
    const chart = join(root, "csi", folder, "chart");
    if (existsSync(chart)) {
      cpSync(chart, join(root, "lib", folder, "chart"), { recursive: true });
    }
  }
}
