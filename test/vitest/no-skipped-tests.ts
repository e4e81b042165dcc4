import type {
  Reporter,
  TestModule,
  TestRunEndReason,
  TestSpecification,
  Vitest,
} from "vitest/node";

/**
 * Fails a run that passes but skips something: what is not run is not tested.
 *
 * Not where somebody asked for a part of the tests, by their names or lines:
 * Vitest takes the others for skipped.
 */
export default class NoSkippedTests implements Reporter {
  private vitest?: Vitest;
  private isPart = false;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.isPart =
      this.vitest?.getGlobalTestNamePattern() !== undefined ||
      specifications.some(({ testLines }) => testLines !== undefined);
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    _errors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const skipped = modules.flatMap(skippedOf);
    if (reason === "passed" && !this.isPart && skipped.length > 0) {
      console.error(
        `Skipped, and so not tested:\n${skipped.join("\n")}\nMake them run, or delete them.`,
      );
      process.exitCode = 1;
    }
  }
}

/** The skipped tests of a file, and its skipped suites that have no test yet. */
function skippedOf({ relativeModuleId, children }: TestModule): string[] {
  const emptySuites = [...children.allSuites()].filter(
    (suite) => suite.state() === "skipped" && suite.children.size === 0,
  );
  return [...children.allTests("skipped"), ...emptySuites].map(
    ({ fullName }) => `  ${relativeModuleId} > ${fullName}`,
  );
}
