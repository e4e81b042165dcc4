/** An error or warning of Terraform, as its `-json` output has it: whole lines, no boxes. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource or data source it is about. */
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  readonly snippet?: {
    /** Values of the expressions in question, such as `var.name is "x"`. */
    readonly values?: readonly { readonly traversal: string; readonly statement: string }[] | null;
  };
}

/** A command that failed. Its message has everything that Terraform said. */
export class TerraformError extends Error {
  constructor(
    readonly command: string,
    readonly diagnostics: readonly Diagnostic[],
    readonly stderr: string,
  ) {
    super(
      [`\`${command}\` failed`, textOf(diagnostics), stderr.trim()].filter(Boolean).join("\n\n"),
    );
  }
}

/** Writes diagnostics as Terraform prints them, without wrapping and frames. */
export function textOf(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(describe).join("\n\n");
}

function describe({ severity, summary, detail, address, range, snippet }: Diagnostic): string {
  const values = snippet?.values ?? [];
  return [
    `${severity === "error" ? "Error" : "Warning"}: ${summary}`,
    ...(address ? [`  with ${address}`] : []),
    ...(range ? [`  on ${range.filename} line ${range.start.line}`] : []),
    ...values.map(({ traversal, statement }) => `  ${traversal} ${statement}`),
    detail,
  ].join("\n");
}

/**
 * The diagnostics among the lines of a command that was run with `-json`.
 *
 * Terraform's dislike of the flag that keeps state out of the repository is not the test's concern.
 */
export function diagnosticsOf(stdout: string): Diagnostic[] {
  const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
  return lines
    .flatMap((line): Diagnostic[] => JSON.parse(line).diagnostic ?? [])
    .filter(({ summary }) => summary !== "Deprecated flag: -state");
}
