import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { contractOf } from "../../../scripts/generate/contract";
import { modules } from "../../../scripts/generate/modules";

const [efs, s3] = modules;

describe("the contract of a construct", () => {
  it("has the inherited props, the required ones first, each part from A to Z", () => {
    expect(contractOf(efs).inputs.map(({ prop }) => prop)).toEqual([
      "awsRegion",
      "clusterName",
      "securityGroupId",
      "subnetIds",
      "helmChartVersion",
      "namespace",
      "storageClassName",
    ]);
  });

  it("has the string attributes, but those that an interface asks for", () => {
    const attributes = contractOf(efs).outputs.map(({ attribute }) => attribute);
    expect(attributes).toEqual(["fileSystemId", "storageClassName"]);
  });

  it("refuses to omit a prop that is not there", () => {
    expect(() => contractOf({ ...efs, omit: [...efs.omit, "size"] })).toThrow(
      "efs omits size, which EfsCsiProps does not have",
    );
  });

  it.each([
    [efs, "helmProvider", "`helmProvider` has a type that is no input"],
    [efs, "dependsOn", "`dependsOn` has a type that is no input"],
    [efs, "driverValues", "`driverValues` has a type that is no input"],
    [s3, "mountOptions", "`mountOptions` needs a literal as @default to be an input of a module"],
  ])("refuses as an input of $name the prop %s", (module, kept, message) => {
    expect(module.omit).toContain(kept);
    const omit = module.omit.filter((prop) => prop !== kept);
    expect(() => contractOf({ ...module, omit })).toThrow(message);
  });

  it("refuses a construct that csi/ does not export", () => {
    class Unknown extends Construct {
      readonly fqn = "";
    }
    expect(() => contractOf({ ...efs, construct: Unknown, omit: [] })).toThrow(
      "csi/ exports no UnknownProps",
    );
  });
});
