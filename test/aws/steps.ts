import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a run has applied when a step of it is done, beside examples/hcl/node-role. */
interface Step {
  /** Version of the EFS driver's chart. */
  readonly efsChart: string;
  /** Whether a bucket is a file system by S3 Files, too. */
  readonly s3Files: boolean;
}

/** The steps of a run, in their order. */
export const steps = {
  documented: { efsChart: "2.4.5", s3Files: false },
  recommended: { efsChart: "3.4.1", s3Files: false },
  // The driver's permissions first: its pods take them when they start.
  permitted: { efsChart: "3.4.1", s3Files: true },
  all: { efsChart: "4.4.1", s3Files: true },
} satisfies Readonly<Record<string, Step>>;

const repository = join(__dirname, "../..");

/** Writes the configuration of a step below a folder, over that of the step before, and gives its path. */
export function write({ efsChart, s3Files }: Step, folder: string): string {
  for (const name of ["examples/hcl", "modules"]) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  const root = join(folder, "examples/hcl/node-role");
  const module = `module "efs" {\n  helm_chart_version = "${efsChart}"\n}\n`;
  writeFileSync(join(root, "efs_override.tf"), module);
  if (s3Files) cpSync(join(__dirname, "s3-files.tf"), join(root, "s3-files.tf"));
  return root;
}
