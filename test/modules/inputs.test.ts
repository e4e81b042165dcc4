import { beforeAll, describe, expect, it } from "vitest";
import type { Input } from "../../scripts/generate/contract";
import { casesOf } from "../input-cases";
import { type Diagnostic, type Plan, TerraformError, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { contracts } from "./contracts";

interface Case {
  readonly name: string;
  readonly value: unknown;
  /** Its place among the cases of the input. */
  readonly index: number;
}

interface RejectedCase extends Case {
  readonly summary: string;
  /** What the message says must be, and shows if that is not the value; none for null. */
  readonly must?: string;
  readonly got?: unknown;
}

/**
 * Calls that hold every case between them, by name: the first case of each input in the first call,
 * the second in the second, and so on. Terraform judges each input by itself.
 */
function callsWith(cases: readonly Case[]): Record<string, Record<string, unknown>> {
  const calls: Record<string, Record<string, unknown>> = {};
  for (const { name, value, index } of cases) {
    calls[`case_${index}`] = { ...calls[`case_${index}`], [name]: value };
  }
  return calls;
}

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
  const accepted = inputs
    .filter(ruled)
    .flatMap(({ name, prop }) =>
      casesOf(module, prop).accepted.map((value, index) => ({ name, value, index })),
    );
  const rejected = inputs.flatMap((input) => {
    const { name, prop, required } = input;
    const cases = (ruled(input) ? casesOf(module, prop).rejected : []).map((rejection) => ({
      ...rejection,
      summary: "Invalid value for variable",
    }));
    const missing = { value: null, summary: "Required variable not set" };
    return [...cases, ...(required ? [missing] : [])].map(
      (rejection, index): RejectedCase => ({ name, index, ...rejection }),
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
      errors = await errorsOf(callsOf(module, callsWith(rejected)));
    });

    it.each(rejected)(
      "$value as $name: $summary",
      ({ name, index, value, summary, must, got = value }) => {
        const found = errors.filter(
          ({ range, detail }) =>
            range?.filename === `case_${index}.tf.json` &&
            (detail.includes(`\`${name}\``) || detail.includes(`.var.${name} `)),
        );
        expect(found).toHaveLength(1);
        expect(found[0].summary).toBe(summary);
        if (must !== undefined) {
          expect(found[0].detail).toContain(`\`${name}\` must`);
          expect(found[0].detail).toContain(must);
          const shown = typeof got === "string" ? `"${got}"` : JSON.stringify(got);
          expect(found[0].detail).toContain(`got ${shown}.`);
        }
      },
    );

    it("give no other error", () => {
      expect(errors).toHaveLength(rejected.length);
    });
  });
});
