import {
  DataResource,
  TerraformDataSource,
  TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import { type Construct, type Node, RootConstruct } from "constructs";

/** Id that stands for its parent's main part, so that it is called after the parent. */
const MAIN_PART = "Resource";

/** How a stack is built that is to be printed. */
export interface BuildOptions {
  /** Id of the stack. */
  readonly name?: string;

  /** Context that the constructs in the stack can read. */
  readonly context?: Record<string, unknown>;
}

/**
 * A stack whose elements have the names that a hand-written module would give them.
 *
 * The only resource of its type is called `this`, any other by the last id of its path. Whether a
 * resource is the only one is known only when the stack is complete: use `buildModuleStack`.
 */
export class ModuleStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly typesUsedOnce: ReadonlySet<string> = new Set(),
  ) {
    super(scope, id);
  }

  protected allocateLogicalId(element: TerraformElement | Node): string {
    if (this.typesUsedOnce.has(typeOf(element))) return "this";
    return logicalId(element, (path) => path.slice(-1));
  }
}

/** A stack whose elements are called by their whole path, as in a hand-written root configuration. */
export class RootStack extends TerraformStack {
  protected allocateLogicalId(element: TerraformElement | Node): string {
    return logicalId(element, (path) => path);
  }
}

/**
 * Builds a stack that is to be printed as a module, leaving nothing on disk.
 *
 * `build` is called twice: the first time shows which types of resources occur once.
 */
export function buildModuleStack(
  build: (stack: ModuleStack) => void,
  options: BuildOptions = {},
): ModuleStack {
  const once = (types: ReadonlySet<string>): ModuleStack => {
    const stack = new ModuleStack(rootOf(options), options.name ?? "module", types);
    build(stack);
    return stack;
  };
  const types = typesUsedOnce(once(new Set()));
  const stack = once(types);
  const rebuilt = typesUsedOnce(stack);
  const differing = [...types, ...rebuilt].find((type) => types.has(type) !== rebuilt.has(type));
  if (differing) {
    throw new Error(
      `two builds of ${stack.node.path} differ in their number of ${differing}; ` +
        "a build must make the same elements each time",
    );
  }
  return stack;
}

/** Builds a stack that is to be printed as a root configuration, leaving nothing on disk. */
export function buildRootStack(
  build: (stack: RootStack) => void,
  options: BuildOptions = {},
): RootStack {
  const stack = new RootStack(rootOf(options), options.name ?? "root");
  build(stack);
  return stack;
}

/** A root in place of an `App`, which makes its output folder as soon as it is constructed. */
function rootOf(options: BuildOptions): RootConstruct {
  const root = new RootConstruct();
  for (const [key, value] of Object.entries(options.context ?? {}))
    root.node.setContext(key, value);
  return root;
}

function logicalId(element: TerraformElement | Node, select: (path: string[]) => string[]): string {
  if (element instanceof TerraformVariable || element instanceof TerraformOutput) {
    return element.node.id;
  }
  const node = TerraformElement.isTerraformElement(element) ? element.node : (element as Node);
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

/**
 * `resource aws_efs_file_system`, `data aws_subnet`; "" for elements of other kinds, and for
 * `terraform_data`, whose type does not tell what it is.
 */
function typeOf(element: object): string {
  if (element instanceof DataResource) return "";
  if (TerraformResource.isTerraformResource(element)) {
    return `resource ${element.terraformResourceType}`;
  }
  return TerraformDataSource.isTerraformDataSource(element)
    ? `data ${element.terraformResourceType}`
    : "";
}

function typesUsedOnce(stack: TerraformStack): Set<string> {
  const types = stack.node.findAll().map(typeOf);
  return new Set(types.filter((type) => type && types.indexOf(type) === types.lastIndexOf(type)));
}
