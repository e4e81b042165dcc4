import { defineConfig } from "vitest/config";

/** Some tests have no meaning with real providers, and are skipped. */
const registry = process.env.TERRAFORM_PROVIDERS === "registry";

/** A suite for each thing that must be on the machine: `npm test` needs Node and Terraform alone. */
export default defineConfig({
  test: {
    reporters: [
      "default",
      ...(process.env.GITHUB_ACTIONS ? ["github-actions"] : []),
      ...(registry ? [] : ["./test/vitest/no-skipped-tests.ts"]),
    ],
    globalSetup: "test/vitest/temporary-folder.ts",
    // Vitest leaves a core free, which on two cores halves the pace.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          // Modules loaded once for all files: a third less time.
          isolate: false,
          include: ["test/*.test.ts", "test/{csi,scripts,vitest}/**/*.test.ts"],
          globalSetup: "test/vitest/fresh-assembly.ts",
          setupFiles: "test/vitest/fast-check.ts",
        },
      },
      {
        test: {
          name: "terraform",
          isolate: false,
          include: ["test/{modules,generated-hcl,examples}/**/*.test.ts"],
          globalSetup: "test/vitest/fresh-assembly.ts",
          setupFiles: "test/vitest/fast-check.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // What the other suites run with, tested where it changes.
          name: "providers",
          include: ["test/terraform/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "tools",
          include: ["test/tools/**/*.test.ts"],
          setupFiles: "test/vitest/fast-check.ts",
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
          // With real providers longer than a driver's release may take.
          testTimeout: registry ? 2_100_000 : 120_000,
          hookTimeout: registry ? 2_100_000 : 120_000,
        },
      },
    ],
    coverage: {
      include: [
        "csi/**/*.ts",
        "scripts/{api,generate,hcl}/**/*.ts",
        "scripts/{main,build/assembly}.ts",
      ],
      exclude: ["test/**"],
      // `npm test -- --coverage`. What is short of 100 in scripts/ is defensive.
      thresholds: {
        "csi/**": { lines: 100, branches: 100 },
        "scripts/**": { lines: 99, branches: 90 },
      },
    },
  },
});
