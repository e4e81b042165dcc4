import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { terraformDocs } from "../../../scripts/generate/terraform-docs";
import { moduleDocs } from "./module-docs";

describe("the tables of a README", () => {
  it("are what terraform-docs writes", () => {
    const expected = readFileSync(join(__dirname, "module-docs.txt"), "utf8");

    expect(`${terraformDocs(moduleDocs)}\n`).toBe(expected);
  });

  it("say so where there is nothing to list", () => {
    const empty = { requirements: [], providers: [], resources: [], inputs: [], outputs: [] };

    for (const line of ["requirements", "providers", "modules", "resources", "inputs", "outputs"]) {
      expect(terraformDocs(empty)).toContain(`No ${line}.`);
    }
  });

  it.each([
    [">= 3.0.0, < 4.0.0", "latest"],
    ["~> 3.0", "latest"],
    [">=3.0", "latest"],
    ["3.1.2", "3.1.2"],
    ["= 3.1.2", "3.1.2"],
    ["=3.1.2", "3.1.2"],
  ])("link a resource of a provider at %s to the page of %s", (version, page) => {
    const tables = terraformDocs({
      ...moduleDocs,
      requirements: [{ name: "helm", version }],
    });

    expect(tables).toContain(`/providers/hashicorp/helm/${page}/docs/resources/release)`);
  });
});
