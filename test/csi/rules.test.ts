import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { checkProps, type Rule, type Rules, required } from "../../csi/internal/rule-kinds";
import { modules } from "../../scripts/generate/modules";
import { casesOf } from "../input-cases";

const construct = new TerraformStack(Testing.app(), "stack");

type Props = Readonly<Record<string, unknown>>;

describe.each(modules)("$name", ({ name: module, construct: { _rules: rules } }) => {
  const check =
    (prop: string, value: unknown, others: object = {}) =>
    () =>
      checkProps<Props>(construct, { ...others, [prop]: value }, {
        [prop]: rules[prop],
      } as Rules<Props>);
  const ruled = Object.entries(rules)
    .map(([prop, list]) => [prop, list.filter(({ kind }) => kind !== "required")] as const)
    .filter(([, list]) => list.length > 0);

  describe.each(ruled)("%s", (prop, list) => {
    const { accepted, rejected, given: others = {} } = casesOf(module, prop);

    it("has a rejected case for each rule", () => {
      const musts = (rules: readonly Rule[]): string[] =>
        rules.flatMap((rule) =>
          rule.kind === "fields" ? Object.values(rule.fields).flatMap(musts) : [rule.must],
        );
      const missing = musts(list).filter((must) => !rejected.some((it) => must.includes(it.must)));
      expect(missing).toEqual([]);
    });

    it.each(accepted.map((value) => [value]))("accepts %j", (value) => {
      expect(check(prop, value, others)).not.toThrow();
    });

    it.each(rejected)(
      "rejects $value: it $must",
      ({ value, must, got = value, given = others }) => {
        expect(check(prop, value, given)).toThrow(must);
        // Only what stands for something else has words after it.
        const end = list.some((rule) => "hint" in rule) ? "" : "$";
        const shown = JSON.stringify(got).replace(/[*+?.|()[\]{}\\^$]/g, "\\$&");
        expect(check(prop, value, given)).toThrow(
          new RegExp(`^stack: \`${prop}([.]\\w+)?\` .*, got ${shown}[.]${end}`, "s"),
        );
      },
    );

    if (list.some(({ kind }) => kind === "matches")) {
      it("rejects what is no text", () => {
        expect(check(prop, 7, others)).toThrow("got 7.");
      });
    }

    it("passes over what Terraform learns later", () => {
      const variable = new TerraformVariable(construct, `${module}-${prop}`, {});
      for (const token of [variable.stringValue, variable.listValue, variable.numberValue]) {
        expect(check(prop, token, others)).not.toThrow();
      }
    });
  });

  it.each(Object.entries(rules).filter(([, list]) => list[0]?.kind === "required"))(
    "requires %s, before anything else",
    (prop) => {
      const wanted = { [prop]: rules[prop] } as Rules<Props>;
      for (const [value, got] of [
        [undefined, "undefined"],
        [null, "null"],
      ]) {
        expect(() => checkProps<Props>(construct, { [prop as string]: value }, wanted)).toThrow(
          `stack: \`${prop}\` is required, got ${got}.`,
        );
      }
    },
  );
});

it("takes props that are getters of their class", () => {
  class OfTheClass {
    get ids() {
      return ["id-1"];
    }
  }
  expect(checkProps(construct, new OfTheClass(), { ids: [required] })).toEqual({ ids: ["id-1"] });
});

describe("a list", () => {
  const rules: Rules<{ readonly ids?: unknown }> = {
    ids: [{ kind: "eachMatches", pattern: "^id-", must: "must hold ids" }],
  };

  it("is checked where it holds values that Terraform learns later, too", () => {
    const id = Token.asString({ resolve: () => "id-1" });
    expect(() => checkProps(construct, { ids: [id, "id-2"] }, rules)).not.toThrow();
    expect(() => checkProps(construct, { ids: [id, "x-2"] }, rules)).toThrow('got ["x-2"].');
  });

  it("takes no number for the text of it", () => {
    expect(() => checkProps(construct, { ids: [7] }, rules)).toThrow("got [7].");
  });
});
