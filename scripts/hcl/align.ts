/** The left and right side of an `=`; the value's further lines are indented already. */
export type Assignment = {
  name: string;
  value: string;
  /** Whether it stands outside of the column and ends it, as what takes several lines does. */
  isApart: boolean;
};

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Assignments on lines, their equals signs in a column the way `terraform fmt` puts them.
 */
export function alignAssignments(assignments: Assignment[], indent: number): string {
  const lines: string[] = [];
  let run: Assignment[] = [];
  const closeRun = () => {
    const column = Math.max(...run.map(({ name }) => width(name)));
    lines.push(...run.map(({ name, value }) => assign(name, column - width(name), value)));
    run = [];
  };
  for (const assignment of assignments) {
    if (!assignment.isApart) {
      run.push(assignment);
      continue;
    }
    closeRun();
    lines.push(assign(assignment.name, 0, assignment.value));
  }
  closeRun();
  return lines.map((line) => " ".repeat(indent) + line).join("\n");
}

function assign(name: string, gap: number, value: string): string {
  return `${name}${" ".repeat(gap)} = ${value}`;
}

/** Columns that a name takes: in each of HCL's tokens, a letter with its marks counts as one. */
function width(name: string): number {
  const tokens = name.split(/("|\$\{|\})/);
  return tokens.reduce((sum, token) => sum + [...segmenter.segment(token)].length, 0);
}
