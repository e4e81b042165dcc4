import { TerraformStack, Testing } from "cdktf";

/** A resource or another part of cdk.tf.json. */
// biome-ignore lint/suspicious/noExplicitAny: a document as Terraform reads it.
export type Part = any;

/** What Terraform reads of a stack: resources by Terraform type and name, and the rest. */
export interface Synthesized {
  readonly provider: Part;
  readonly terraform: Part;
  readonly resource: Readonly<Record<string, Readonly<Record<string, Part>>>>;
  readonly locals: Readonly<Record<string, Part>>;
  readonly output: Readonly<Record<string, Part>>;
}

/**
 * Builds a stack and gives what Terraform would read of it.
 *
 * @throws an error with the faults that the constructs find, each with the path of who finds it.
 */
export function synth(build: (stack: TerraformStack) => void): Synthesized {
  const stack = new TerraformStack(Testing.app(), "stack");
  build(stack);
  return synthesized(stack);
}

/** What Terraform would read of a stack. */
export function synthesized(stack: TerraformStack): Synthesized {
  // Not those of the stack itself, which wants the providers.
  const faults = stack.node.children
    .flatMap((child) => child.node.findAll())
    .flatMap(({ node }) => node.validate().map((fault) => `[${node.path}] ${fault}`));
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return JSON.parse(Testing.synth(stack));
}

/** The one resource of a type; an error if there is none or several. */
export function only({ resource }: Synthesized, type: string): Part {
  const found = Object.values(resource[type] ?? {});
  if (found.length !== 1) {
    throw new Error(`expected one ${type}, found ${found.length}`);
  }
  return found[0];
}

/** The two releases of a construct: that of the driver has a repository. */
export function releases({ resource }: Synthesized): { driver: Part; storage: Part } {
  const found = Object.values(resource.helm_release);
  if (found.length !== 2) {
    throw new Error(`expected two releases, found ${found.length}`);
  }
  return {
    driver: found.find(({ repository }) => repository !== undefined),
    storage: found.find(({ repository }) => repository === undefined),
  };
}

/** The local whose name has a part; an error if there is none. */
export function local({ locals }: Synthesized, part: string): { name: string; value: Part } {
  const name = Object.keys(locals).find((key) => key.includes(part));
  if (name === undefined) {
    throw new Error(`no local's name has ${part}: ${Object.keys(locals).join(", ")}`);
  }
  return { name, value: locals[name] };
}

/** An address without the hash that cdktf ends a name with. */
export function withoutHash(address: string): string {
  return address.replace(/_[0-9A-F]{8}$/, "");
}
