import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Finished } from "../../scripts/command/run";
import { baseEnvironment, offline, run } from "./command";
import { type Diagnostic, diagnosticsOf, TerraformError, textOf } from "./diagnostics";
import { Plan, type Values } from "./plan";
import { attach } from "./providers/attach";
import { aws } from "./providers/aws";
import type { Cloud, Happening } from "./providers/cloud";
import { cloudWith } from "./providers/existing";
import { helmV2, helmV3 } from "./providers/helm";
import type { Provider } from "./providers/provider";
import { time } from "./providers/time";
import { type Files, type Root, rootOf, temporaryFolder } from "./root";
import { State, withCopies } from "./state";

export { offline } from "./command";
export { type Diagnostic, TerraformError } from "./diagnostics";
export { type Action, type Change, knownAfterApply, Plan, type Values } from "./plan";
export type { Happening } from "./providers/cloud";
export type { Files } from "./root";
export { State } from "./state";

/** How to run Terraform on a root configuration. */
export interface TerraformOptions {
  /** Input variables of every command; those given to a command come on top. */
  readonly vars?: Values;
  /** Which major version of the helm provider to stand in for. @default "v3" */
  readonly helm?: "v2" | "v3";
  /** Environment of Terraform and its providers. Offline, AWS_REGION is us-east-1 by default. */
  readonly env?: Readonly<Record<string, string>>;
  /** AWS objects and releases that exist already, to be imported: arguments by type. */
  readonly existing?: Readonly<Record<string, readonly Values[]>>;
  /**
   * Whether `apply` may run with real providers, where it makes real things.
   *
   * @default false
   */
  readonly appliesForReal?: boolean;
}

/**
 * Makes a root configuration ready for Terraform commands.
 *
 * @param source A folder, which is used where it is and stays as it is, or the files of a new one,
 *   in which `source = "./modules/..."` finds the modules of this repository.
 */
export function terraform(source: string | Files, options: TerraformOptions = {}): Terraform {
  const { existing = {}, env } = options;
  if (!offline && Object.keys(existing).length > 0) {
    throw new Error(
      "`existing` declares objects to the offline providers; real ones cannot know them",
    );
  }
  const { directory } = rootOf(source);
  const surroundings = { directory, env: { ...baseEnvironment(), ...env } };
  const cloud = cloudWith(existing, providersOf(options), surroundings);
  return new Terraform(source, options, { cloud, folder: temporaryFolder() });
}

function providersOf({ helm }: TerraformOptions): readonly Provider[] {
  return [aws, helm === "v2" ? helmV2 : helmV3, time];
}

/** What outlives a change of the configuration: the state file and what exists. */
interface World {
  readonly cloud: Cloud;
  readonly folder: string;
}

const initialised = new Map<Root, Promise<Finished>>();

/**
 * A root configuration with a state of its own.
 *
 * `terraform init` is run before the first command that needs it. A command that fails throws a
 * TerraformError; those named `...Fails` return its message, and throw when nothing fails.
 */
export class Terraform {
  private readonly root: Root;
  private readonly statePath: string;

  constructor(
    source: string | Files,
    private readonly options: TerraformOptions,
    private readonly world: World,
  ) {
    this.root = rootOf(source);
    this.statePath = join(world.folder, "terraform.tfstate");
  }

  /** The same state under another configuration, as after an edit of the files. */
  edited(source: string | Files, options: TerraformOptions = this.options): Terraform {
    return new Terraform(source, options, this.world);
  }

  /** What was created, updated and deleted so far, in order. */
  get history(): readonly Happening[] {
    return this.world.cloud.history;
  }

  /** Runs `terraform init`, unless it was run for the same configuration. */
  async init(): Promise<void> {
    const running = initialised.get(this.root) ?? this.command(["init", "-input=false", "-json"]);
    initialised.set(this.root, running);
    await running;
  }

  /** Errors and warnings of `terraform validate`. */
  async validate(): Promise<readonly Diagnostic[]> {
    await this.init();
    const { stdout } = await this.run(["validate", "-json"]);
    return JSON.parse(stdout).diagnostics;
  }

  /** What `terraform fmt` would change, as a diff; empty when all is well. */
  async fmtCheck(): Promise<string> {
    const args = ["fmt", "-check", "-recursive", "-diff", "-no-color"];
    const { code, stdout, stderr } = await this.run(args);
    if (code !== 0 && code !== 3) throw new TerraformError("terraform fmt", [], stderr);
    return stdout;
  }

  /**
   * A plan; one that changes nothing does not hold what there is.
   *
   * @param flags Further flags, such as `-replace=aws_vpc.this` or `-destroy`. */
  async plan(vars: Values = {}, ...flags: string[]): Promise<Plan> {
    await this.init();
    const file = join(temporaryFolder(), "plan");
    const args = [...this.varFlags(vars), "-detailed-exitcode", `-out=${file}`, ...flags];
    const planned = await this.command(["plan", ...this.commonFlags(), ...args], [0, 2]);
    // One that changes nothing is not worth another process.
    const shown = planned.code === 2 && (await this.command(["show", "-json", file]));
    return new Plan(shown ? JSON.parse(shown.stdout) : {}, diagnosticsOf(planned.stdout), file);
  }

  /** Why a plan fails. */
  async planFails(vars: Values = {}, ...flags: string[]): Promise<string> {
    return failure(this.plan(vars, ...flags), "terraform plan");
  }

  /** Plans and applies. */
  async apply(vars: Values = {}, ...flags: string[]): Promise<State> {
    return this.applyBy(...this.varFlags(vars), "-auto-approve", ...flags);
  }

  /** Applies what was planned last. */
  async applyPlanned({ file }: Plan): Promise<State> {
    return this.applyBy(file);
  }

  private async applyBy(...args: string[]): Promise<State> {
    if (!offline && !this.options.appliesForReal) {
      throw new Error(
        "`terraform apply` with real providers would make real things in AWS and Kubernetes: run this test without TERRAFORM_PROVIDERS",
      );
    }
    await this.init();
    await this.command(["apply", ...this.commonFlags(), "-backup=-", ...args]);
    return new State(readFileSync(this.statePath, "utf8"));
  }

  /** Puts modules into the state again, under further names, for plans alone. */
  copyModules(copies: Parameters<typeof withCopies>[1]): void {
    writeFileSync(this.statePath, withCopies(readFileSync(this.statePath, "utf8"), copies));
  }

  /** Why an apply fails. */
  async applyFails(vars: Values = {}, ...flags: string[]): Promise<string> {
    return failure(this.apply(vars, ...flags), "terraform apply");
  }

  /** Destroys everything. */
  async destroy(vars: Values = {}): Promise<State> {
    return this.apply(vars, "-destroy");
  }

  /** Runs the `*.tftest.hcl` files of the root, and gives its last line: how many passed. */
  async test(): Promise<string | undefined> {
    await this.init();
    const { stdout } = await this.command(["test", "-no-color"]);
    return stdout.trim().split("\n").at(-1);
  }

  /** Evaluates expressions, with the state as it is, in one `terraform console`. */
  async console(expressions: readonly string[], vars: Values = {}): Promise<unknown[]> {
    await this.init();
    const flags = [`-state=${this.statePath}`, ...this.varFlags(vars)];
    // One line in, one line out: base64 has nothing that the console would quote.
    const input = `base64encode(jsonencode([${expressions.join(", ")}]))\n`;
    const { code, stdout, stderr } = await this.run(["console", ...flags], input);
    if (code !== 0) throw new TerraformError("terraform console", [], plain(stderr));
    return JSON.parse(Buffer.from(JSON.parse(stdout), "base64").toString());
  }

  private commonFlags(): string[] {
    return ["-json", "-input=false", `-state=${this.statePath}`];
  }

  private varFlags(vars: Values): string[] {
    const path = join(temporaryFolder(), "inputs.tfvars.json");
    writeFileSync(path, JSON.stringify({ ...this.options.vars, ...vars }));
    return [`-var-file=${path}`];
  }

  private async command(args: readonly string[], codes = [0]): Promise<Finished> {
    const finished = await this.run(args);
    if (codes.includes(finished.code)) return finished;
    const { stdout, stderr } = finished;
    throw new TerraformError(`terraform ${args[0]}`, diagnosticsOf(stdout), stderr);
  }

  private async run(args: readonly string[], input?: string): Promise<Finished> {
    const { directory, dataDirectory } = this.root;
    const env = { ...baseEnvironment(), TF_DATA_DIR: dataDirectory, ...this.options.env };
    if (!offline) return run(args, { directory, env, input });
    const surroundings = { directory, env };
    const attached = await attach(providersOf(this.options), this.world.cloud, surroundings);
    try {
      return await run(args, { directory, env: { ...env, ...attached.env }, input });
    } finally {
      attached.close();
    }
  }
}

/** Takes away the colours and frames of a command that has neither `-json` nor `-no-color`. */
function plain(text: string): string {
  return stripVTControlCharacters(text).replace(/^[╷│╵] ?/gm, "");
}

async function failure(command: Promise<unknown>, name: string): Promise<string> {
  try {
    await command;
  } catch (error) {
    if (error instanceof TerraformError) return textOf(error.diagnostics) || error.message;
    throw error;
  }
  throw new Error(`\`${name}\` was expected to fail, but it succeeded`);
}
