/** Tells on standard error what takes time: at its start, every 15 seconds, and at its end. */
export async function withProgress<Result>(
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const started = Date.now();
  const say = (state: string) => {
    const seconds = Math.round((Date.now() - started) / 1000);
    process.stderr.write(`tools: ${what} ${state} ${seconds} s\n`);
  };
  process.stderr.write(`tools: ${what}\n`);
  const timer = setInterval(() => say("for"), 15_000);
  try {
    const result = await work();
    say("took");
    return result;
  } finally {
    clearInterval(timer);
  }
}
