/** Tells on standard error what is being done, and how long it took. */
export async function progress<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  process.stderr.write(`${what} ...\n`);
  const result = await work();
  process.stderr.write(`${what} took ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  return result;
}
