import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { beforeAll, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { modules } from "../scripts/generate/modules";

interface Row {
  readonly type?: string;
  readonly description: string;
  /** None for a required input; null where its description says what that means. */
  readonly default?: unknown;
}

/** What is promised to users, by module. */
interface Contract {
  readonly contract: Record<string, { inputs: Record<string, Row>; outputs: Record<string, Row> }>;
  /** Type and default of each input, as text. */
  readonly parts: Record<string, { inputs: Record<string, string>; outputs: string[] }>;
  readonly documented: Record<string, { usage: string; claim?: object }>;
}

const { contract, parts, documented }: Contract = parseYaml(
  readFileSync(join(__dirname, "contract.yaml"), "utf8"),
);

/** The documented description is the first sentence; what follows tells more. */
function firstSentence(description: string): string {
  return description.split(/\.(?:\s|$)/)[0];
}

/** A type that may stand in several lines. */
function oneLine(type: string): string {
  const lines = type.split("\n").map((line) => line.trim().replace(/ +/g, " "));
  if (lines.length === 1) return type;
  return `${lines[0]} ${lines.slice(1, -1).join(", ")} ${lines.at(-1)}`;
}

it("promises something of each module, and of no other", () => {
  const promised = [...Object.keys(contract), ...Object.keys(parts)];
  expect(promised.sort()).toEqual(modules.map(({ name }) => name).sort());
});

it.each(modules)("README.md has a row for $name", ({ name }) => {
  const readme = readFileSync(join(__dirname, "..", "README.md"), "utf8");
  expect(readme).toContain(`\n| [${name}](modules/csi/${name}) | `);
});

describe.each(Object.entries(contract))("%s", (name, promised) => {
  const folder = join(__dirname, "..", "modules", "csi", name);
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  // biome-ignore lint/suspicious/noExplicitAny: HCL as JSON.
  let hcl: any;

  beforeAll(async () => {
    hcl = await parse("module.tf", read("variables.tf") + read("outputs.tf"));
  });

  it("has the promised inputs in variables.tf, and no others", () => {
    const inputs = Object.entries<Record<string, string>[]>(hcl.variable).map(
      ([input, [variable]]) => [
        input,
        {
          type: oneLine(variable.type.replace(/^\$\{(.*)\}$/s, "$1")),
          description: firstSentence(variable.description),
          ...("default" in variable ? { default: variable.default } : {}),
        },
      ],
    );
    expect(Object.fromEntries(inputs)).toEqual(promised.inputs);
  });

  it("refuses null for a required input, and takes a default that is not null for it", () => {
    for (const [variable] of Object.values<Record<string, unknown>[]>(hcl.variable)) {
      expect(variable.nullable).toBe(variable.default === null ? undefined : false);
    }
  });

  it("has the promised outputs in outputs.tf, and no others", () => {
    const outputs = Object.entries<Record<string, string>[]>(hcl.output).map(
      ([output, [{ description }]]) => [output, { description: firstSentence(description) }],
    );
    expect(Object.fromEntries(outputs)).toEqual(promised.outputs);
  });

  if (name in documented) {
    it("shows the promised usage in its README and the repository's", () => {
      const { usage } = documented[name];
      const repository = readFileSync(join(__dirname, "..", "README.md"), "utf8");
      for (const text of [read("README.md"), repository]) {
        expect(text).toContain(`\`\`\`hcl\n${usage}\`\`\`\n`);
      }
    });
  }

  it("has the promised rows in its README, and no others", () => {
    const rows = (section: string) =>
      read("README.md")
        .split(`## ${section}\n`)[1]
        .split("\n## ")[0]
        .split("\n")
        .filter((line) => line.startsWith("| `"))
        .map((line) => line.slice(2, -2).split(" | "))
        .map(([input, description, ...rest]) => [input, firstSentence(description), ...rest]);
    expect(rows("Inputs").sort()).toEqual(
      Object.entries(promised.inputs)
        .map(([input, { description, type, default: byDefault }]) => [
          `\`${input}\``,
          description,
          `\`${type}\``,
          byDefault === undefined ? "required" : `\`${JSON.stringify(byDefault)}\``,
        ])
        .sort(),
    );
    expect(rows("Outputs").sort()).toEqual(
      Object.entries(promised.outputs)
        .map(([output, { description }]) => [`\`${output}\``, description])
        .sort(),
    );
  });
});

it.each(Object.entries(parts))(
  "%s has the promised inputs and outputs, and no others",
  async (name, promised) => {
    const folder = join(__dirname, "..", "modules", "csi", name);
    const text = ["variables.tf", "outputs.tf"].map((file) =>
      readFileSync(join(folder, file), "utf8"),
    );
    const hcl = await parse("module.tf", text.join(""));
    const inputs = Object.entries<Record<string, unknown>[]>(hcl.variable).map(
      ([input, [variable]]) => {
        const type = String(variable.type).replace(/^\$\{(.*)\}$/, "$1");
        const text = "default" in variable ? `${type} = ${JSON.stringify(variable.default)}` : type;
        // Null where it has a meaning of its own, and else the default.
        expect(variable.nullable).toBe(variable.default === null ? undefined : false);
        return [input, text];
      },
    );
    expect(Object.fromEntries(inputs)).toEqual(promised.inputs);
    expect(Object.keys(hcl.output).sort()).toEqual(promised.outputs);
  },
);

it("shows the promised claim of a bucket", () => {
  const path = join(__dirname, "..", "modules", "csi", "s3-mountpoint", "README.md");
  const [, claim] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(path, "utf8")) ?? [];
  expect(parseYaml(claim)).toEqual(documented["s3-mountpoint"].claim);
});
