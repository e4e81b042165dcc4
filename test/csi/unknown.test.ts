import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { InputType } from "../../scripts/generate/contract";
import { valueAt } from "../../scripts/generate/module";
import { modules } from "../../scripts/generate/modules";
import { casesOf, type InputCases } from "../input-cases";
import { contracts } from "../modules/contracts";
import { make } from "./props";
import { synth } from "./synth";

type Form = readonly [what: string, value: (stack: TerraformStack) => unknown];

/** How Terraform may learn a value of a type later: all of it, or a part of a text, a list or a map. */
function formsOf(type: InputType): Form[] {
  const has = (kind: string) => typeof type === "object" && kind in type;
  const part = (stack: TerraformStack) => valueAt(stack, "var.later", "string");
  return [
    ["as a whole", (stack) => valueAt(stack, "var.later", type)],
    ...(type === "string" ? [["in a text", (stack) => `a-${part(stack)}`] satisfies Form] : []),
    ...(has("list") ? [["in a list", (stack) => [`a-${part(stack)}`]] satisfies Form] : []),
    ...(has("map")
      ? [["in a map", (stack) => ({ [`a-${part(stack)}`]: part(stack) })] satisfies Form]
      : []),
  ];
}

const providerProps = { aws: "awsProvider", helm: "helmProvider" } as const;

/** Whether a module's construct takes a provider. */
const takes = (module: string, provider: keyof typeof providerProps) =>
  modules.some(
    ({ name, construct }) => name === module && providerProps[provider] in construct._rules,
  );

/** Makes a module's construct with providers of its own, and gives those of its resources, and the text. */
function synthesized(module: string, props: (stack: TerraformStack) => Record<string, unknown>) {
  const stack = synth((scope) => {
    const awsProvider = new AwsProvider(scope, "aws", { alias: "own", region: "us-west-2" });
    const helmProvider = new HelmProvider(scope, "helm", { alias: "own" });
    make(module, scope, {
      ...(takes(module, "aws") && { awsProvider }),
      ...(takes(module, "helm") && { helmProvider }),
      ...props(scope),
    });
  });
  const providers = Object.entries(stack.resource).flatMap(([type, byName]) =>
    Object.values(byName).map(({ provider }) => `${type}: ${provider}`),
  );
  return { text: JSON.stringify(stack), providers: [...new Set(providers)].sort() };
}

// Programs would show what cdktf warns of.
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  const { calls } = vi.mocked(console.warn).mock;
  vi.restoreAllMocks();
  expect(calls).toEqual([]);
});

describe.each(contracts)("$name", ({ name, inputs }) => {
  const own = inputs.filter(({ of }) => of === undefined);
  const { providers } = synthesized(name, () => ({}));

  it.each(["aws", "helm"] as const)("gives its resources the %s provider that it takes", (kind) => {
    const provider = takes(name, kind) ? `${kind}.own` : "undefined";
    const theirs = providers.filter((it) => it.startsWith(`${kind}_`));
    expect(theirs.filter((it) => !it.endsWith(`: ${provider}`))).toEqual([]);
  });

  const taken = (["aws", "helm"] as const).filter((kind) => takes(name, kind));

  it.each(taken)("takes no %s provider of another stack", (kind) => {
    const [own, other] = ["own", "other"].map((id) => new TerraformStack(Testing.app(), id));
    const provider = new { aws: AwsProvider, helm: HelmProvider }[kind](other, kind, {});
    const prop = providerProps[kind];
    expect(() => make(name, own, { [prop]: provider })).toThrow(
      `own/it: \`${prop}\` must be a provider of the same stack, got other/${kind} of another`,
    );
  });

  describe.each(own)("$prop", ({ prop, type, rules }) => {
    const free: InputCases = { accepted: type === "bool" ? [true, false] : [], rejected: [] };
    // Roles of one's own get the policy, and nothing else is made.
    const made = providers.filter((it) => prop !== "roleNames" || /^aws_iam_role_policy:/.test(it));
    const { given = {}, accepted } = rules.length > 0 ? casesOf(name, prop) : free;

    it.each(formsOf(type))("may be known later, %s", (_, value) => {
      const later = synthesized(name, (stack) => ({ ...given, [prop]: value(stack) }));
      expect(later.text).toContain("var.later");
      expect(later.text).not.toContain("= undefined");
      expect(later.providers).toEqual(expect.arrayContaining(made));
    });

    it("may be each literal that its rules accept", () => {
      for (const value of accepted) {
        const literal = synthesized(name, () => ({ ...given, [prop]: value }));
        expect(literal.providers).toEqual(expect.arrayContaining(made));
      }
    });
  });
});
