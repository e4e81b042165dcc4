import { defineConfig } from "vitest/config";

/** Real ones take their time. */
const registry = process.env.TERRAFORM_PROVIDERS === "registry";

/** What needs more on the machine than Node and Terraform. */
const suites = {
  providers: "test/{terraform,cluster/rig}/**/*.test.ts",
  tools: "test/tools/**/*.test.ts",
  consumers: "test/consumers/**/*.test.ts",
  cluster: "test/cluster/*.test.ts",
  mount: "test/mount/s3-mountpoint.test.ts",
  aws: "test/aws/complete-example.test.ts",
};

/** Vitest looks for a pattern of coverage anywhere in a path: one that begins at the root is found nowhere else. */
const fromRoot = (pattern: string) =>
  `${process.cwd().replace(/[!$()*+?@[\\\]^{|}]/g, "\\$&")}/${pattern}`;

/** A suite for each thing that must be on the machine: "unit", which `npm test` runs, needs Node and Terraform alone. */
export default defineConfig({
  test: {
    globalSetup: "test/vitest/temporary-folder.ts",
    // Vitest leaves a core free, which on two cores halves the pace.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          // Of a loaded machine; an idle one takes some seconds for the longest.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Modules loaded once for all files: a third less time.
          isolate: false,
          // Whatever no other suite has, so that every test file is in one.
          include: ["test/**/*.test.ts"],
          exclude: Object.values(suites),
          globalSetup: "test/vitest/fresh-assembly.ts",
          setupFiles: ["test/vitest/fast-check.ts", "test/vitest/no-token-traces.ts"],
        },
      },
      {
        test: {
          // What the other suites run with, tested where it changes.
          name: "providers",
          include: [suites.providers],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "tools",
          include: [suites.tools],
          globalSetup: "test/tools/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "consumers",
          include: [suites.consumers],
          globalSetup: "test/consumers/global-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: "cluster",
          include: [suites.cluster],
          globalSetup: "test/cluster/rig/global-setup.ts",
          // One control plane: what one file does, another would see.
          fileParallelism: false,
          // With real providers longer than a driver's release may take.
          testTimeout: registry ? 2_100_000 : 120_000,
          hookTimeout: registry ? 2_100_000 : 120_000,
        },
      },
      {
        test: {
          name: "mount",
          include: [suites.mount],
          globalSetup: "test/mount/global-setup.ts",
          testTimeout: 600_000,
          // Longer than a driver's release may take.
          hookTimeout: 2_100_000,
        },
      },
      {
        test: {
          name: "aws",
          include: [suites.aws],
          globalSetup: "test/aws/global-setup.ts",
          // Each step needs those before it.
          bail: 1,
          // Longer than what each bounds by itself.
          testTimeout: 7_200_000,
          hookTimeout: 7_200_000,
        },
      },
    ],
    coverage: {
      include: [
        "csi/**/*.ts",
        "scripts/{api,command,generate,hcl-printer}/**/*.ts",
        "scripts/build/assembly.ts",
      ].map(fromRoot),
      // `npm test -- --coverage`. What is short of 100 in scripts/ is defensive.
      thresholds: {
        "csi/**": { lines: 100, branches: 100 },
        "scripts/**": { lines: 99, branches: 90 },
      },
    },
  },
});
