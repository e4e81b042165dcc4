import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assembly, ClassType, InterfaceType, Property } from "@jsii/spec";

/** Where jsii writes the assembly of a repository. */
export function assemblyFile(root: string): string {
  return join(root, ".jsii");
}

/** The assembly that jsii made of csi/ when it was last built. */
export function readAssembly(root: string): Assembly {
  const file = assemblyFile(root);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`cannot read ${file}: run \`npm run build\`, which writes it`, { cause });
  }
}

/**
 * A class or interface of an assembly.
 *
 * @throws an error if the assembly does not have it.
 */
export function typeOf(assembly: Assembly, fqn: string): ClassType | InterfaceType {
  const found = assembly.types?.[fqn];
  if (found === undefined) {
    throw new Error(`csi/ exports no ${fqn.slice(assembly.name.length + 1)}`);
  }
  return found as ClassType | InterfaceType;
}

/** A prop, and the name of the interface that declares it. */
export interface DeclaredProp {
  readonly property: Property;
  readonly by: string;
}

/** The props of an interface and of those it extends: jsii lists a type's own only. */
export function propsOf(assembly: Assembly, fqn: string): DeclaredProp[] {
  const { name, interfaces = [], properties = [] } = typeOf(assembly, fqn);
  return [
    ...interfaces.flatMap((parent) => propsOf(assembly, parent)),
    ...properties.map((property) => ({ property, by: name })),
  ];
}

/** `awsRegion` as `aws_region`: what a prop is called in Python, and as an input in HCL. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
