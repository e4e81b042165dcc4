import { availableParallelism } from "node:os";
import type { Mutant } from "./mutant";
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
  const survivors: Mutant[] = [];
  const tests = [...new Set(mutants.map(({ killedBy }) => killedBy))];
  await shared(repository, tests, async (workspace, test) => {
    if (!(await workspace.passes(test))) {
      throw new Error(`${test} fails on the source as it is: mend that first`);
    }
  });
  let done = 0;
  await shared(repository, mutants, async (workspace, mutant) => {
    const killed = await workspace.kills(mutant);
    if (!killed) survivors.push(mutant);
    const verdict = killed ? "killed" : "survived";
    console.log(`${++done}/${mutants.length} ${verdict}: ${mutant.file} ${mutant.name}`);
  });
  return survivors;
}

/** Shares work out between as many workspaces as there are processors. */
async function shared<Item>(
  repository: string,
  items: readonly Item[],
  work: (workspace: Workspace, item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const workers = Array.from(
    { length: Math.min(availableParallelism(), queue.length) },
    async () => {
      const workspace = new Workspace(repository);
      try {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
          await work(workspace, item);
        }
      } finally {
        workspace.remove();
      }
    },
  );
  await Promise.all(workers);
}
