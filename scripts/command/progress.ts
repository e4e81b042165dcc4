/** Tells on standard error what takes longer than two seconds: then, every 15 seconds, and at its end. */
export async function progress<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const say = (state: string) => process.stderr.write(`${what} ${state}\n`);
  const took = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
  let timer = setTimeout(() => {
    say("...");
    timer = setInterval(() => say(`... ${took()}`), 15_000);
  }, 2_000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (performance.now() - started > 2_000) say(`took ${took()}`);
  }
}
