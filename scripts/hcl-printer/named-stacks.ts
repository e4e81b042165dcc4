import {
  TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import { type Node, RootConstruct } from "constructs";

/** Context that the constructs in a stack can read. */
type Context = Readonly<Record<string, unknown>>;

/** A stack that says itself how its elements are called. */
class NamedStack extends TerraformStack {
  constructor(
    context: Context,
    id: string,
    private readonly name: (element: TerraformElement | Node) => string,
  ) {
    // In place of an `App`, which makes its output folder as soon as it is constructed.
    const root = new RootConstruct();
    for (const [key, value] of Object.entries(context)) root.node.setContext(key, value);
    super(root, id);
  }

  protected allocateLogicalId(element: TerraformElement | Node): string {
    return this.name(element);
  }
}

/**
 * Builds a stack that is to be printed as a module, leaving nothing on disk. Its elements have the
 * names of a hand-written module: the only resource of its type is called `this`, any other by the
 * last id of its path.
 *
 * `build` is called twice: the first time shows which types of resources occur once.
 */
export function buildModuleStack(
  build: (stack: TerraformStack) => void,
  context: Context = {},
): TerraformStack {
  const made = (usedOnce: ReadonlySet<string>) => {
    const stack = new NamedStack(context, "module", (element) =>
      usedOnce.has(typeOf(element)) ? "this" : nameOf(element, (path) => path.slice(-1)),
    );
    build(stack);
    return stack;
  };
  return made(typesUsedOnce(made(new Set())));
}

/**
 * Builds a stack that is to be printed as a root configuration, leaving nothing on disk. Its
 * elements are called by their whole path.
 */
export function buildRootStack(
  build: (stack: TerraformStack) => void,
  context: Context = {},
): TerraformStack {
  const stack = new NamedStack(context, "root", (element) => nameOf(element, (path) => path));
  build(stack);
  return stack;
}

/** A resource's type; "" for other elements, and for `terraform_data`, which may be anything. */
function typeOf(element: object): string {
  if (!TerraformResource.isTerraformResource(element)) return "";
  const { terraformResourceType: type } = element;
  return type === "terraform_data" ? "" : type;
}

function typesUsedOnce(stack: TerraformStack): Set<string> {
  const types = stack.node.findAll().map(typeOf);
  return new Set(types.filter((type) => type && types.indexOf(type) === types.lastIndexOf(type)));
}

/** Id that stands for its parent's main part, so that it is called after the parent. */
const MAIN_PART = "Resource";

/** A name made of some ids of an element's path; that of a variable or output is its own id. */
function nameOf(element: TerraformElement | Node, select: (path: string[]) => string[]): string {
  const node = TerraformElement.isTerraformElement(element) ? element.node : (element as Node);
  if (element instanceof TerraformVariable || element instanceof TerraformOutput) return node.id;
  const scopes = node.scopes.slice(node.scopes.findIndex(TerraformStack.isStack) + 1);
  const path = scopes.map((scope) => scope.node.id).filter((id) => id !== MAIN_PART);
  const name = select(path).map(snakeCase).join("_");
  if (name === "") throw new Error(`${node.path}: its path gives no name: give it an id`);
  return name;
}

function snakeCase(id: string): string {
  return id
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
}
