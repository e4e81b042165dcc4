import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

/** Compiles csi/ by jsii into lib/ and .jsii; ends the process where jsii reports errors. */
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
      // Node 20 works; the warning is for who chooses a Node, and engines says which.
      env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: "20" },
    },
  );
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
