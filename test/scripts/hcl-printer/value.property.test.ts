import { parse } from "@cdktf/hcl2json";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { Fn, TerraformLocal, TerraformOutput, type TerraformStack, TerraformVariable } from "cdktf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asTemplates, type Json, jsonValue, nastyKey, nastyText } from "./arbitraries";
import { printed } from "./printed";
import { formatted, outputsOf } from "./terraform";

const batch = fc.array(jsonValue, { minLength: 20, maxLength: 40 });

/** The values by name, as cdktf takes them and as hcl2json gives them: in Terraform's JSON syntax. */
function named(values: Json[]): Record<string, Json> {
  return Object.fromEntries(values.map((value, index) => [`v${index}`, asTemplates(value)]));
}

function locals(stack: TerraformStack, values: Json[]): TerraformLocal[] {
  return Object.entries(named(values)).map(([id, value]) => new TerraformLocal(stack, id, value));
}

describe("any value", { timeout: 60_000 }, () => {
  it("in a local reads back the same by an HCL parser", async () => {
    await fc.assert(
      fc.asyncProperty(batch, async (values) => {
        const { main } = printed((stack) => locals(stack, values));
        expect((await parse("main.tf", main)).locals).toEqual([named(values)]);
      }),
      { numRuns: 10 },
    );
  });

  it("in a variable's default is taken literally", async () => {
    await fc.assert(
      fc.asyncProperty(jsonValue, nastyText, async (value, description) => {
        const { variables } = printed((stack) => {
          new TerraformVariable(stack, "v", { type: "any", default: value, description });
        });
        const [variable] = (await parse("variables.tf", variables)).variable.v;
        expect(variable.default).toEqual(asTemplates(value));
        expect(variable.description).toBe(asTemplates(description));
      }),
      { numRuns: 60 },
    );
  });

  it("in a resource's map reads back the same, whatever its keys", async () => {
    const tags = fc.dictionary(nastyKey, nastyText, { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(tags, nastyText, async (given, kmsKeyId) => {
        const expected = asTemplates(given) as Record<string, string>;
        const { main } = printed((stack) => {
          const text = asTemplates(kmsKeyId) as string;
          new EfsFileSystem(stack, "this", { tags: expected, kmsKeyId: text });
        });
        const [resource] = (await parse("main.tf", main)).resource.aws_efs_file_system.this;
        expect(resource.tags).toEqual(expected);
        expect(resource.kms_key_id).toBe(asTemplates(kmsKeyId));
      }),
      { numRuns: 60 },
    );
  });

  it("reads back the same by terraform, and is laid out as by terraform fmt", async () => {
    await fc.assert(
      fc.asyncProperty(batch, async (values) => {
        const files = printed((stack) => {
          for (const [index, local] of locals(stack, values).entries()) {
            new TerraformOutput(stack, `local_${index}`, { value: [local.expression] });
          }
          for (const [index, value] of values.entries()) {
            const variable = new TerraformVariable(stack, `var_${index}`, { default: [value] });
            new TerraformOutput(stack, `default_${index}`, { value: variable.value });
          }
        });
        const { main, variables, outputs } = files;
        expect(await formatted(main + variables)).toBe(main + variables);
        const read = await outputsOf({ "main.tf": main + variables + outputs });
        for (const [index, value] of values.entries()) {
          expect(read[`local_${index}`]).toEqual([value]);
          expect(read[`default_${index}`]).toEqual([value]);
        }
      }),
      { numRuns: 3 },
    );
  });

  it("handed to a function as a raw string reads back the same by terraform", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(nastyText, { minLength: 20, maxLength: 60 }), async (texts) => {
        const { main, outputs } = printed((stack) => {
          for (const [index, text] of texts.entries()) {
            const value = Fn.jsonencode({ a: [Fn.rawString(text)], [`k${index}`]: text.length });
            new TerraformOutput(stack, `v${index}`, { value });
          }
        });
        const read = await outputsOf({ "main.tf": main + outputs });
        for (const [index, text] of texts.entries()) {
          expect(JSON.parse(read[`v${index}`] as string)).toEqual({
            a: [text],
            [`k${index}`]: text.length,
          });
        }
      }),
      { numRuns: 3 },
    );
  });
});
