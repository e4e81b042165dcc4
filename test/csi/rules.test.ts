import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { checkProps, rules } from "../../csi/internal/rules";
import { inputCases } from "../input-cases";

const construct = new TerraformStack(Testing.app(), "stack");
const check = (prop: string, value: unknown) => () => checkProps(construct, { [prop]: value }, []);

it("has accepted and rejected cases for every rule, and no others", () => {
  expect(Object.keys(inputCases).sort()).toEqual(Object.keys(rules).sort());
  for (const [prop, list] of Object.entries(rules)) {
    for (const rule of list) {
      const { rejected } = inputCases[prop];
      expect(
        rejected.some(({ must }) => rule.must.includes(must)),
        rule.must,
      ).toBe(true);
    }
  }
});

describe.each(Object.entries(inputCases))("%s", (prop, { accepted, rejected }) => {
  it.each(accepted.map((value) => [value]))("accepts %j", (value) => {
    expect(check(prop, value)).not.toThrow();
  });

  it.each(rejected)("rejects $value: it $must", ({ value, must, got = value }) => {
    expect(check(prop, value)).toThrow(`stack: \`${prop}\` must`);
    expect(check(prop, value)).toThrow(must);
    expect(check(prop, value)).toThrow(`got ${JSON.stringify(got)}.`);
  });

  it("rejects a value of another type", () => {
    expect(check(prop, { not: "allowed" })).toThrow(`\`${prop}\` must`);
  });

  it("passes over undefined and null, which take the default", () => {
    expect(check(prop, undefined)).not.toThrow();
    expect(check(prop, null)).not.toThrow();
  });
});

it("takes no number for the text of it", () => {
  expect(check("namespace", "7")).not.toThrow();
  expect(check("namespace", 7)).toThrow("got 7.");
  expect(check("subnetIds", [7])).toThrow("got [7].");
});

describe("a value that Terraform learns later", () => {
  it("is passed over as a string", () => {
    const variable = new TerraformVariable(construct, "region", {});
    expect(check("awsRegion", variable.stringValue)).not.toThrow();
  });

  it("is passed over as a list", () => {
    const variable = new TerraformVariable(construct, "subnets", {});
    expect(check("subnetIds", variable.listValue)).not.toThrow();
  });

  it("is passed over as an item of a list, and the other items are checked", () => {
    const id = Token.asString({ resolve: () => "subnet-1" });
    expect(check("subnetIds", [id, "subnet-2"])).not.toThrow();
    expect(check("subnetIds", [id, "vpc-2"])).toThrow('got ["vpc-2"].');
  });
});

it("refuses a required prop that is undefined or null, before anything else", () => {
  const props: { awsRegion?: string | null } = {};
  expect(() => checkProps(construct, props, ["awsRegion"])).toThrow(
    "stack: `awsRegion` is required, got undefined.",
  );
  expect(() => checkProps(construct, { awsRegion: null }, ["awsRegion"])).toThrow(
    "stack: `awsRegion` is required, got null.",
  );
});
