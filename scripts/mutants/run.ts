import { availableParallelism } from "node:os";
import type { Mutant } from "./mutant";
import { share } from "./share";
import { Workspace } from "./workspace";

/**
 * Runs each mutant against its test, as many at a time as there are processors.
 *
 * @returns those that no test noticed.
 * @throws an error if a test fails on the source as it is.
 */
export async function runMutants(
  repository: string,
  mutants: readonly Mutant[],
): Promise<readonly Mutant[]> {
  const workspaces: Workspace[] = [];
  const remove = () => {
    for (const workspace of workspaces) workspace.remove();
  };
  const interrupt = () => {
    remove();
    process.exit(130);
  };
  process.once("SIGINT", interrupt);
  try {
    for (let count = Math.min(availableParallelism(), mutants.length); count > 0; count--) {
      workspaces.push(new Workspace(repository));
    }
    await requireTestsToPass(workspaces, [...new Set(mutants.map(({ killedBy }) => killedBy))]);
    return await survivorsOf(workspaces, mutants);
  } finally {
    process.off("SIGINT", interrupt);
    remove();
  }
}

async function requireTestsToPass(
  workspaces: readonly Workspace[],
  tests: readonly string[],
): Promise<void> {
  let done = 0;
  await share(workspaces, tests, async (workspace, test) => {
    if (!(await workspace.passes(test))) {
      throw new Error(`${test} fails on the source as it is: mend that first`);
    }
    console.log(`test ${++done}/${tests.length} passes: ${test}`);
  });
}

async function survivorsOf(
  workspaces: readonly Workspace[],
  mutants: readonly Mutant[],
): Promise<Mutant[]> {
  const survivors: Mutant[] = [];
  let done = 0;
  await share(workspaces, mutants, async (workspace, mutant) => {
    const killed = await workspace.kills(mutant);
    if (!killed) survivors.push(mutant);
    const verdict = killed ? "killed" : "survived";
    console.log(`mutant ${++done}/${mutants.length} ${verdict}: ${mutant.file} ${mutant.name}`);
  });
  return survivors;
}
