import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { describe, expect, it } from "vitest";
import { filesBelow } from "../../scripts/generate/files";
import { modules } from "../../scripts/generate/modules";
import { oldestTerraformFor } from "./language";

const root = join(__dirname, "..", "..");

/** The HCL of a folder, and of the modules it calls, without comments. */
function hclOf(folder: string): string {
  const files = readdirSync(folder).filter((file) => file.endsWith(".tf"));
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const text = texts.join("\n").replace(/^\s*#.*\n/gm, "");
  const called = [...text.matchAll(/^ +source += "(\.[^"]+)"/gm)].map(([, source]) => source);
  return [text, ...called.map((source) => hclOf(join(folder, source)))].join("\n");
}

describe.each(modules)("$name", ({ name }) => {
  const text = hclOf(join(root, "modules", "csi", name));

  it("requires the providers it uses, from the oldest that accept it to the next major ones", async () => {
    const { resource, terraform } = await parse("all.tf", text);
    const uses = (provider: string) =>
      Object.keys(resource).some((type) => type.startsWith(`${provider}_`));
    expect(terraform[0].required_providers).toEqual([
      {
        ...(uses("aws") && {
          aws: {
            source: "hashicorp/aws",
            version: uses("aws_s3files") ? ">= 6.40.0, < 7.0.0" : ">= 6.0.0, < 7.0.0",
          },
        }),
        ...(uses("helm") && { helm: { source: "hashicorp/helm", version: ">= 2.17.0, < 4.0.0" } }),
        ...(uses("time") && { time: { source: "hashicorp/time", version: ">= 0.13.0, < 1.0.0" } }),
      },
    ]);
  });

  it("requires the Terraform of the newest part of the language that it uses", () => {
    expect(text).toContain(`required_version = ">= ${oldestTerraformFor(text)}"`);
  });
});

describe("examples/hcl", () => {
  const files = filesBelow(root, "examples/hcl").filter((path) => path.endsWith(".tf"));

  it.each([...new Set(files.map(dirname))])(
    "%s requires a Terraform that knows all it uses",
    (folder) => {
      const text = hclOf(join(root, folder));
      const [, minor] = /required_version = ">= 1\.(\d+)"/.exec(text) ?? [];
      expect(Number(minor)).toBeGreaterThanOrEqual(Number(oldestTerraformFor(text).split(".")[1]));
    },
  );
});

describe("the oldest Terraform for some HCL", () => {
  it.each([
    ["1.1.0", 'locals {\n  a = trim("a", "b")\n}\n'],
    ["1.2.0", 'variable "a" {\n  validation {\n    error_message = "got ${var.a}"\n  }\n}\n'],
    ["1.9.0", 'variable "a" {\n  validation {\n    condition = var.a != var.b\n  }\n}\n'],
    ["1.5.0", 'import {\n  to = a.b\n}\nresource "a" "b" {\n  for_each = {}\n}\n'],
    ["1.7.0", "import {\n  to       = a.b\n  for_each = {}\n}\n"],
  ])("is %s", (version, text) => {
    expect(oldestTerraformFor(text)).toBe(version);
  });

  it("is not told where a function is not known", () => {
    const text = 'locals {\n  a = startswith("a", "b")\n}\n';
    expect(() => oldestTerraformFor(text)).toThrow("the function `startswith` is new");
  });
});
