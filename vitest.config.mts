import { defineConfig } from "vitest/config";

/** A suite for each thing that must be on the machine: `npm test` needs Node and Terraform alone. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    // A skipped or focused test fails the run: what is not run is not tested.
    allowOnly: false,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/*.test.ts", "test/{csi,scripts}/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "terraform",
          // Modules loaded once for all files: a third less time.
          isolate: false,
          include: ["test/{terraform,modules,generated-hcl,examples}/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "tools",
          include: ["test/tools/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 900_000,
        },
      },
      {
        test: {
          name: "consumers",
          include: ["test/consumers/**/*.test.ts"],
          globalSetup: "test/consumers/global-setup.ts",
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: "cluster",
          include: ["test/cluster/**/*.test.ts"],
          globalSetup: "test/cluster/rig/global-setup.ts",
          // One control plane: what one file does, another would see.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    coverage: {
      include: ["csi/**/*.ts", "scripts/{api,generate,hcl}/**/*.ts"],
      // `npm test -- --coverage`. What is short of 100 in scripts/ is defensive.
      thresholds: {
        "csi/**": { lines: 100, branches: 100 },
        "scripts/**": { lines: 99, branches: 90 },
      },
    },
  },
});
