import { TerraformElement, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import type { Node } from "constructs";

/** Id that stands for its parent's main part, so that it is called after the parent. */
const MAIN_PART = "Resource";

/** The last id of an element's path, as a name in HCL. */
export function lastName(element: TerraformElement | Node): string {
  return nameOf(element, (path) => path.slice(-1));
}

/** All ids of an element's path, as a name in HCL. */
export function wholeName(element: TerraformElement | Node): string {
  return nameOf(element, (path) => path);
}

/** A name made of some ids of an element's path; that of a variable or output is its own id. */
function nameOf(element: TerraformElement | Node, select: (path: string[]) => string[]): string {
  const node = TerraformElement.isTerraformElement(element) ? element.node : (element as Node);
  if (element instanceof TerraformVariable || element instanceof TerraformOutput) return node.id;
  const scopes = node.scopes.slice(node.scopes.findIndex(TerraformStack.isStack) + 1);
  const path = scopes.map((scope) => scope.node.id).filter((id) => id !== MAIN_PART);
  const name = select(path).map(snakeCase).join("_");
  if (name === "") throw new Error(`${node.path}: its path gives no name: give it an id`);
  return /^\d/.test(name) ? `_${name}` : name;
}

function snakeCase(id: string): string {
  return id
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
}
