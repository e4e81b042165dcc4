import { defineConfig } from "vitest/config";

/** The tests of the constructs, as StrykerJS runs them: on a source that it breaks, which nothing has compiled. */
export default defineConfig({
  test: {
    include: ["test/csi/**/*.test.ts"],
    globalSetup: "test/vitest/temporary-folder.ts",
    setupFiles: ["test/vitest/fast-check.ts", "test/vitest/no-token-traces.ts"],
  },
});
