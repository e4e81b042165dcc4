import { beforeAll, describe, expect, it } from "vitest";
import { snakeCase } from "../../scripts/build/assembly";
import type { Input } from "../../scripts/generate/contract";
import { casesOf } from "../input-cases";
import { type Diagnostic, type Plan, TerraformError, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { contracts } from "./contracts";

interface Case {
  readonly name: string;
  readonly value: unknown;
  /** Name of the call that has it. */
  readonly call: string;
  /** Other inputs that it is given together with. */
  readonly given?: Readonly<Record<string, unknown>>;
}

interface RejectedCase extends Case {
  readonly summary: string;
  readonly isNullable: boolean;
  /** Whether the rule that it breaks looks at another input. */
  readonly dependsOnOther: boolean;
  /** What the message says must be, and shows if that is not the value; none for null. */
  readonly must?: string;
  readonly got?: unknown;
}

/**
 * Calls that hold every case between them, by name: the first case of each input in the first call,
 * the second in the second, and so on. Terraform judges each input by itself, unless a rule of it
 * looks at another.
 */
function callsWith(cases: readonly Case[]): Record<string, Record<string, unknown>> {
  const calls: Record<string, Record<string, unknown>> = {};
  for (const { name, value, call, given = {} } of cases) {
    calls[call] = { ...calls[call], ...inHcl(given), [name]: value };
  }
  return calls;
}

/** Props, or the fields of one, by their names in HCL. */
function inHcl(props: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).map(([prop, it]) => [snakeCase(prop), it]));
}

/** A value of an input as HCL has it. */
function valueInHcl({ type }: Input, value: unknown): unknown {
  const isObject = typeof type === "object" && "object" in type;
  return isObject && value !== null ? inHcl(value as object) : value;
}

const callOf = ({ name, rules }: Input, index: number) =>
  `${rules.some((rule) => "other" in rule) ? name : "case"}_${index}`;

async function errorsOf(files: ReturnType<typeof callsOf>): Promise<readonly Diagnostic[]> {
  try {
    await terraform(files).plan();
  } catch (error) {
    if (error instanceof TerraformError) {
      return error.diagnostics.filter(({ severity }) => severity === "error");
    }
    throw error;
  }
  return [];
}

describe.each(contracts)("$name", ({ name: module, inputs }) => {
  const optional = inputs.filter((input) => !input.required);
  const ruled = (input: Input) => input.rules.length > 0;
  const accepted = inputs.filter(ruled).flatMap((input): Case[] => {
    const { accepted, given } = casesOf(module, input.prop);
    return accepted.map((value, index) => ({
      name: input.name,
      value: valueInHcl(input, value),
      call: callOf(input, index),
      given,
    }));
  });
  const rejected = inputs.flatMap((input) => {
    const { name, prop, required } = input;
    const { rejected, given } = ruled(input) ? casesOf(module, prop) : { rejected: [] };
    const cases = rejected.map((rejection) => ({
      given,
      ...rejection,
      value: valueInHcl(input, rejection.value),
      summary: "Invalid value for variable",
    }));
    const missing = { value: null, must: undefined, summary: "Required variable not set" };
    return [...cases, ...(required ? [missing] : [])].map(
      (rejection, index): RejectedCase => ({
        name,
        call: callOf(input, index),
        isNullable: input.default === null,
        dependsOnOther: input.rules.some(
          (rule) => "other" in rule && rejection.must && rule.must.includes(rejection.must),
        ),
        ...rejection,
      }),
    );
  });

  describe("accepted values", () => {
    const calls = callsWith(accepted);
    let plan: Plan;

    beforeAll(async () => {
      const defaults = Object.fromEntries(optional.map((input) => [input.name, input.default]));
      const nulls = Object.fromEntries(optional.map(({ name }) => [name, null]));
      plan = await terraform(callsOf(module, { ...calls, defaults, nulls })).plan();
    });

    /** What is planned for a call. */
    const plannedFor = (call: string) =>
      [...plan.changes.values()]
        .filter(({ address }) => address.startsWith(`module.${call}.`))
        .map((change) => ({ ...change, address: change.address.split(".").slice(2).join(".") }));

    it.each(Object.entries(calls))("are planned: %s, %j", (call) => {
      expect(plannedFor(call)).not.toEqual([]);
    });

    it("include null for an optional input, which stands for the default", () => {
      expect(plannedFor("nulls")).not.toEqual([]);
      expect(plannedFor("nulls")).toEqual(plannedFor("defaults"));
    });
  });

  describe("rejected values", () => {
    let errors: readonly Diagnostic[];

    beforeAll(async () => {
      // Terraform looks at what depends on another input when all else is right.
      const found = [true, false].map((wanted) => {
        const cases = rejected.filter(({ dependsOnOther }) => dependsOnOther === wanted);
        return cases.length > 0 ? errorsOf(callsOf(module, callsWith(cases))) : [];
      });
      errors = (await Promise.all(found)).flat();
    });

    it.each(rejected)(
      "$value as $name: $summary",
      ({ name, call, value, isNullable, summary, must, got = value }) => {
        const found = errors.filter(
          ({ range, detail }) =>
            range?.filename === `${call}.tf.json` &&
            (detail.includes(`\`${name}\``) ||
              detail.includes(`\`${name}.`) ||
              detail.includes(`.var.${name} `)),
        );
        expect(found).toHaveLength(1);
        expect(found[0].summary).toBe(summary);
        if (must !== undefined) {
          expect(found[0].detail).toMatch(new RegExp(`^\`${name}([.]\\w+)?\` must`));
          expect(found[0].detail).toContain(must);
          const isPlain = typeof got === "string" && !isNullable;
          const shown = isPlain ? `"${got}"` : JSON.stringify(got);
          expect(found[0].detail).toContain(`got ${shown}.`);
        }
      },
    );

    it("give no other error", () => {
      expect(errors).toHaveLength(rejected.length);
    });
  });
});
