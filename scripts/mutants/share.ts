/**
 * Shares work out between workers, each of which takes the next item when it is
 * done with one. After an error none takes another, and when all have stopped
 * the error is thrown.
 */
export async function share<Worker, Item>(
  workers: readonly Worker[],
  items: readonly Item[],
  work: (worker: Worker, item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const runs = workers.map(async (worker) => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await work(worker, item).catch((error) => {
        queue.length = 0;
        throw error;
      });
    }
  });
  const failed = (await Promise.allSettled(runs)).find(({ status }) => status === "rejected");
  if (failed !== undefined) {
    throw (failed as PromiseRejectedResult).reason;
  }
}
