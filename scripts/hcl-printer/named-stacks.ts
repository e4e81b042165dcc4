import {
  TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import { type Construct, type Node, RootConstruct } from "constructs";

/** Context that the constructs in a stack can read. */
type Context = Readonly<Record<string, unknown>>;

/**
 * A stack whose elements have the names that a hand-written module would give them.
 *
 * The only resource of its type is called `this`, any other by the last id of its path. Whether a
 * resource is the only one is known only when the stack is complete: use `buildModuleStack`.
 */
class ModuleStack extends TerraformStack {
  constructor(
    scope: Construct,
    private readonly typesUsedOnce: ReadonlySet<string> = new Set(),
  ) {
    super(scope, "module");
  }

  protected allocateLogicalId(element: TerraformElement | Node): string {
    if (this.typesUsedOnce.has(typeOf(element))) return "this";
    return nameOf(element, (path) => path.slice(-1));
  }
}

/** A stack whose elements are called by their whole path, as in a hand-written root configuration. */
class RootStack extends TerraformStack {
  protected allocateLogicalId(element: TerraformElement | Node): string {
    return nameOf(element, (path) => path);
  }
}

/**
 * Builds a stack that is to be printed as a module, leaving nothing on disk.
 *
 * `build` is called twice: the first time shows which types of resources occur once.
 */
export function buildModuleStack(
  build: (stack: TerraformStack) => void,
  { context = {} }: { readonly context?: Context } = {},
): TerraformStack {
  const [first, second] = [0, 1].map(() => rootOf(context));
  const counted = new ModuleStack(first);
  build(counted);
  const stack = new ModuleStack(second, typesUsedOnce(counted));
  build(stack);
  return stack;
}

/** Builds a stack that is to be printed as a root configuration, leaving nothing on disk. */
export function buildRootStack(
  build: (stack: TerraformStack) => void,
  { context = {} }: { readonly context?: Context } = {},
): TerraformStack {
  const stack = new RootStack(rootOf(context), "root");
  build(stack);
  return stack;
}

/** A root in place of an `App`, which makes its output folder as soon as it is constructed. */
function rootOf(context: Context): RootConstruct {
  const root = new RootConstruct();
  for (const [key, value] of Object.entries(context)) root.node.setContext(key, value);
  return root;
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
