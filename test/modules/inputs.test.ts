import { beforeAll, describe, expect, it } from "vitest";
import { contractOf } from "../../scripts/generate/contract";
import { modules } from "../../scripts/generate/modules";
import { inputCases } from "../input-cases";
import { type Diagnostic, type Files, TerraformError, terraform } from "../terraform/terraform";
import { validInputs } from "./valid-inputs";

/** A root that calls the module once for each set of inputs, from a file of its own. */
function calls(module: string, inputs: readonly object[]): Files {
  return Object.fromEntries(
    inputs.map((given, index) => {
      const call = { source: `./modules/csi/${module}`, ...validInputs[module], ...given };
      return [`case_${index}.tf.json`, JSON.stringify({ module: { [`case_${index}`]: call } })];
    }),
  );
}

async function errorsOf(files: Files): Promise<readonly Diagnostic[]> {
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

describe.each(modules.map((module) => ({ ...module, inputs: contractOf(module).inputs })))(
  "$name",
  ({ name: module, inputs }) => {
    const accepted = inputs.flatMap(({ name, prop }) =>
      inputCases[prop].accepted.map((value) => ({ [name]: value })),
    );
    const rejected = inputs.flatMap(({ name, prop }) =>
      inputCases[prop].rejected.map((rejection) => ({ name, ...rejection })),
    );
    let errors: readonly Diagnostic[];

    beforeAll(async () => {
      errors = await errorsOf(
        calls(
          module,
          rejected.map(({ name, value }) => ({ [name]: value })),
        ),
      );
    });

    it("plans every accepted value", async () => {
      expect(accepted.length).toBeGreaterThan(inputs.length);
      expect(await errorsOf(calls(module, accepted))).toEqual([]);
    });

    it.each(rejected.map((rejection, index) => ({ ...rejection, index })))(
      "refuses $value as $name: it $must",
      ({ name, value, must, got = value, index }) => {
        const found = errors.filter(({ range }) => range?.filename === `case_${index}.tf.json`);
        expect(found).toHaveLength(1);
        expect(found[0].summary).toBe("Invalid value for variable");
        expect(found[0].detail).toContain(`\`${name}\` must`);
        expect(found[0].detail).toContain(must);
        const shown = typeof got === "string" ? `"${got}"` : JSON.stringify(got);
        expect(found[0].detail).toContain(`got ${shown}.`);
      },
    );

    it.each(inputs)("handles null as $name", async ({ name, required, default: standard }) => {
      const planned = await errorsOf(calls(module, [{ [name]: null }]));
      if (required) {
        expect(planned.map(({ summary }) => summary)).toEqual(["Required variable not set"]);
        expect(planned[0].detail).toContain(name);
      } else {
        expect(planned).toEqual([]);
        const withDefault = await terraform(calls(module, [{ [name]: standard }])).plan();
        const withNull = await terraform(calls(module, [{ [name]: null }])).plan();
        expect(withNull.changes).toEqual(withDefault.changes);
      }
    });
  },
);
