import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a command, shows what it prints as it comes, and returns its standard output.
 *
 * @throws an error if it fails, or is not done after so many minutes: it is then interrupted, as
 *   by Ctrl+C, on which Terraform writes its state.
 */
export async function shown(minutes: number, command: string, ...args: string[]): Promise<string> {
  process.stderr.write(`$ ${[command, ...args].join(" ")}\n`);
  const timeout = minutes * 60_000;
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "inherit"],
    timeout,
    killSignal: "SIGINT",
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    process.stderr.write(text);
    printed += text;
  });
  const [code, signal] = await once(child, "close");
  if (code === 0) return printed;
  throw new Error(`${command} ${args[0]} ended with ${code ?? signal} within ${minutes} minutes`);
}
