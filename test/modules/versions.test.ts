import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { TerraformResource, TerraformStack, Testing } from "cdktf";
import { beforeAll, describe, expect, it } from "vitest";
import { EfsCsi } from "../../csi";
import { modules } from "../../scripts/generate/modules";
import { terraform } from "../terraform/terraform";
import { compareVersions, featuresOf } from "./language";
import { validInputs } from "./valid-inputs";

const folderOf = (module: string) => join(__dirname, "..", "..", "modules", "csi", module);
const read = (module: string, file: string) => readFileSync(join(folderOf(module), file), "utf8");

/** The versions of the real providers whose bindings the constructs are made with. */
function boundVersions(): Record<string, string> {
  const stack = new TerraformStack(Testing.app(), "stack");
  new EfsCsi(stack, "efs", {
    awsRegion: "us-west-2",
    clusterName: "prod",
    securityGroupId: "sg-1",
    subnetIds: ["subnet-1"],
  });
  const resources = stack.node.findAll().filter((element) => element instanceof TerraformResource);
  return Object.fromEntries(
    resources
      .map(({ terraformGeneratorMetadata: metadata }) => metadata)
      .map((metadata) => [metadata?.providerName, metadata?.providerVersion]),
  );
}

describe.each(modules)("$name", ({ name }) => {
  // biome-ignore lint/suspicious/noExplicitAny: HCL as JSON.
  let settings: any;

  beforeAll(async () => {
    [settings] = (await parse("versions.tf", read(name, "versions.tf"))).terraform;
  });

  it("requires the oldest versions that accept it, and not the next major ones", () => {
    const [required] = settings.required_providers;
    const aws = { source: "hashicorp/aws", version: ">= 6.0.0, < 7.0.0" };
    const helm = { source: "hashicorp/helm", version: ">= 2.17.0, < 4.0.0" };
    expect(required).toEqual(name === "efs" ? { aws, helm } : { helm });
  });

  it("allows the provider versions that its resources are known from", () => {
    const bound = boundVersions();
    const [required] = settings.required_providers;
    for (const [provider, { version }] of Object.entries<{ version: string }>(required)) {
      const [, floor, bound_] = /^>= (\S+), < (\S+)$/.exec(version) ?? [];
      expect(bound[provider]).toMatch(/^\d+\.\d+\.\d+$/);
      expect(compareVersions(bound[provider], floor)).toBeGreaterThanOrEqual(0);
      expect(compareVersions(bound[provider], bound_)).toBeLessThan(0);
    }
  });

  it("requires the Terraform of the newest part of the language that it uses", async () => {
    const features = await Promise.all(
      ["main.tf", "variables.tf", "outputs.tf", "versions.tf"].map(async (file) => {
        const text = read(name, file).replace(/^\s*#.*$/gm, "");
        return featuresOf(text, await parse(file, text));
      }),
    );
    const versions = features.flatMap((feature) => Object.values(feature));
    expect(versions.length).toBeGreaterThan(10);
    const newest = versions.sort(compareVersions).at(-1);
    expect(settings.required_version).toBe(`>= ${newest}`);
  });

  it.each(["v2", "v3"] as const)("is valid with the helm provider %s", async (helm) => {
    const module = terraform(folderOf(name), { helm, vars: validInputs[name] });
    expect(await module.validate()).toEqual([]);
  });
});

describe("the scan of the language", () => {
  const scan = async (text: string) => featuresOf(text, await parse("main.tf", text));

  it("orders versions by their numbers", () => {
    expect(["1.2.0", "0.12.20", "1.10.0", "0.12.7"].sort(compareVersions)).toEqual([
      "0.12.7",
      "0.12.20",
      "1.2.0",
      "1.10.0",
    ]);
  });

  it("finds functions, also within a string", async () => {
    const features = await scan('locals {\n  a = "x${trim("a", "b")}"\n  b = alltrue([])\n}\n');
    expect(features).toEqual({ "trim()": "0.12.17", "alltrue()": "0.14.0", locals: "0.12.0" });
  });

  it("finds a condition on another variable", async () => {
    const text = `variable "a" {
  validation {
    condition     = var.a != var.b
    error_message = "They must differ."
  }
}`;
    expect(Object.values(await scan(text))).toContain("1.9.0");
  });

  it.each([
    ["function", 'locals {\n  a = startswith("a", "b")\n}\n', "`startswith`"],
    ["block", "moved {\n  from = a.b\n  to = a.c\n}\n", "`moved`"],
    ["argument of a variable", 'variable "a" {\n  ephemeral = true\n}\n', "`ephemeral`"],
  ])("refuses a %s that it does not know", async (kind, text, name) => {
    await expect(scan(text)).rejects.toThrow(`the ${kind} ${name} is new in the modules`);
  });
});
