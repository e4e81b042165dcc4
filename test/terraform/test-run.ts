import { messagesOf, textOf } from "./diagnostics";

/** What a `run` block of a test file came to. */
export interface TestRun {
  readonly file: string;
  readonly name: string;
  readonly status: "pass" | "fail" | "error" | "skip";
  /** What Terraform said of it. */
  readonly text: string;
}

/** Reads the output of `terraform test -json`. */
export function testRunsOf(stdout: string): TestRun[] {
  const messages = messagesOf(stdout);
  return messages.flatMap(({ test_run: run }) => {
    if (run?.progress !== "complete") return [];
    const said = messages.filter(
      (message) => message["@testfile"] === run.path && message["@testrun"] === run.run,
    );
    const diagnostics = said.flatMap(({ diagnostic }) => diagnostic ?? []);
    return [
      {
        file: run.path,
        name: run.run,
        status: run.status as TestRun["status"],
        text: textOf(diagnostics),
      },
    ];
  });
}
