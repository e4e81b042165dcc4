import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type ModuleDocs, terraformDocs } from "../../scripts/generate/terraform-docs";
import { run } from "../run";
import { moduleDocs } from "../scripts/generate/module-docs";
import { generatedFolders, repository } from "./configurations";
import { folderWith } from "./folder";
import { goTool } from "./go-tool";

const config = `--config=${join(repository, ".terraform-docs.yml")}`;

let terraformDocsTool: string;

beforeAll(async () => {
  terraformDocsTool = await goTool("terraform-docs");
}, 600_000);

describe("a README", () => {
  it.each(generatedFolders)("of %s stays as it is when terraform-docs is run", async (folder) => {
    const copy = folderWith({});
    cpSync(join(repository, folder), copy, { recursive: true });

    await run(terraformDocsTool, [config, copy]);

    const [written, ours] = [copy, join(repository, folder)].map((path) =>
      readFileSync(join(path, "README.md"), "utf8"),
    );
    expect(written).toBe(ours);
  });
});

describe("the tables we write", () => {
  it("are those of terraform-docs for a module with something of everything", async () => {
    const expected = join(repository, "test/scripts/generate/module-docs.txt");

    expect(`${await tablesByTerraformDocs(moduleDocs)}\n`).toBe(readFileSync(expected, "utf8"));
  });

  it("are those of terraform-docs for an empty module", async () => {
    const empty = { requirements: [], providers: [], resources: [], inputs: [], outputs: [] };

    expect(terraformDocs(empty)).toBe(await tablesByTerraformDocs(empty));
  });

  it("are those of terraform-docs for any description and default", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyInput, { minLength: 30, maxLength: 30 }), async (inputs) => {
        const docs = {
          requirements: [],
          providers: [],
          resources: [],
          inputs: inputs.map((input, index) => ({ ...input, name: `input_${index}` })),
          outputs: inputs.map(({ description }, index) => ({
            name: `output_${index}`,
            description,
          })),
        };
        expect(terraformDocs(docs)).toBe(await tablesByTerraformDocs(docs));
      }),
      { numRuns: 40 },
    );
  });
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."_*|`<>()[]{}-.,:;\\/ \n", "__", "  "),
      fc.constantFrom(
        "a",
        "word",
        "snake_case",
        " _emphasis_ ",
        "**bold**",
        "é",
        "${x}",
        "%{ if }",
      ),
      fc.constantFrom(
        "https://a.b/c_d",
        "(http://e.f/g_h_)",
        "s3://i_j",
        "profile:k_l",
        "HTTPS://m_n",
      ),
    ),
  )
  .map((parts) => parts.join(""))
  .filter((text) => !text.includes("```"));

/** Text in one paragraph, as the contract gives it. */
const anyDescription = anyText.map((text) => text.replace(/\s+/g, " ").trim());

const anyDefault = fc
  .jsonValue({ maxDepth: 2, stringUnit: "grapheme-ascii" })
  .filter((value) => !JSON.stringify(value).includes("```"));

const anyInput = fc.record({
  description: anyDescription,
  type: fc.constantFrom("string", "list(string)", "object({\n  a_b = string\n})"),
  default: fc.oneof(anyText, anyDefault),
  required: fc.boolean(),
});

/** What the real terraform-docs writes for a module that has these. */
async function tablesByTerraformDocs(docs: ModuleDocs): Promise<string> {
  const folder = folderWith({ "main.tf.json": JSON.stringify(configuration(docs)) });
  // Without a file's name the tables are printed, and a line break after them.
  const printed = await run(terraformDocsTool, [config, "--output-file=", folder]);
  return printed.replace(/\n$/, "");
}

/** A module in Terraform's JSON syntax, which takes no block without content. */
function configuration({ requirements, resources, inputs, outputs }: ModuleDocs): object {
  const [terraform, ...providers] = requirements;
  const blocks = (mode: string) =>
    resources
      .filter((resource) => resource.mode === mode)
      .map(({ type, name }) => ({ [type]: { [name]: {} } }));
  const content = {
    resource: blocks("resource"),
    data: blocks("data source"),
    variable: inputs.map(({ name, description, type, required, default: value }) => ({
      [name]: { description, type, ...(!required && { default: value }) },
    })),
    output: outputs.map(({ name, description }) => ({ [name]: { description, value: "" } })),
  };
  return {
    terraform: {
      required_version: terraform?.version,
      required_providers: Object.fromEntries(
        providers.map(({ name, version }) => [name, { source: `hashicorp/${name}`, version }]),
      ),
    },
    ...Object.fromEntries(Object.entries(content).filter(([, items]) => items.length > 0)),
  };
}
