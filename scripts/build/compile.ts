import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { jsiiEnvironment } from "./jsii-environment";

/**
 * Compiles csi/ by jsii into lib/ and .jsii.
 *
 * @throws an error if jsii finds errors, which it prints itself.
 */
export function compile(root: string): void {
  rmSync(join(root, "lib"), { recursive: true, force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      require.resolve("jsii/bin/jsii"),
      // csi/ has a tsconfig.json for all of the repository; jsii wants one of its own.
      "--generate-tsconfig=tsconfig.jsii.json",
      // `namespace` is a keyword of C#, for which nothing is published.
      "--silence-warnings=reserved-word",
    ],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...jsiiEnvironment },
    },
  );
  if (status !== 0) {
    throw new Error("jsii does not compile csi/: it says above what to mend.");
  }
}
