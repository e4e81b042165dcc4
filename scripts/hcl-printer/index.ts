/**
 * Prints a stack of CDK for Terraform as the HCL that one would write by hand.
 *
 * `buildModuleStack` or `buildRootStack` builds the stack, so that its elements get short names;
 * `printHcl` prints it, a text for each file. It prints variables, locals, outputs, providers that
 * the environment configures, and resources with `count` or `for_each`, blocks, dynamic blocks,
 * preconditions and `depends_on`; in them plain values and what cdktf makes of references,
 * functions, operators, choices and loops. Comments are metadata of the constructs.
 *
 * What cannot be said with those is given as an `Expression`, made by the builders below and handed
 * to cdktf by `expressionToken`. Nothing is printed to be parsed again: HCL in a string (`${…}`) is
 * refused. So is whatever else is not printed, by the element's path and its name and with what to
 * do instead: overrides, providers with arguments, data sources, calls of modules, backends,
 * `lifecycle` but for preconditions, provisioners, and nested attributes.
 */

export { expressionToken, type ReadToken } from "./cdktf-tokens";
export {
  binary,
  call,
  type Expression,
  literal,
  object,
  reference,
  template,
} from "./expression";
export { buildModuleStack, buildRootStack } from "./named-stacks";
export { oneLine } from "./one-line";
export { type HclFiles, type PrintOptions, printHcl } from "./print";
