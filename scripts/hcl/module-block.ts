import type { TerraformModule } from "cdktf";
import { present, references } from "./arguments";
import { readTree } from "./attribute-tree";
import type { Block } from "./body";
import type { Expression } from "./expression";
import type { ValueReader } from "./tokens";

/** A call of a module: where it is; how many and by which providers; its inputs, A to Z. */
export function moduleBlock(module: TerraformModule, values: ValueReader): Block {
  const name = module.friendlyUniqueId;
  const tree = module.toHclTerraform().module[name];
  const { "//": _, source, version, for_each, providers, depends_on, ...inputs } = tree;
  const sorted = Object.keys(inputs)
    .sort()
    .map((input) => [input, inputs[input]]);
  return {
    type: "module",
    labels: [name],
    groups: [
      readTree({ source, version }, "", values).args,
      present({
        for_each: for_each === undefined ? undefined : values.value(for_each),
        providers: providers && providerMap(providers, values),
      }),
      readTree(Object.fromEntries(sorted), "", values).args,
      present({ depends_on: references(depends_on?.value, values) }),
    ],
  };
}

function providerMap(providers: Record<string, unknown>, values: ValueReader): Expression {
  const entries = Object.entries(providers).map(([name, provider]) => ({
    key: values.reference(name),
    value: values.reference(provider),
    isName: true as const,
  }));
  return { kind: "object", entries };
}
