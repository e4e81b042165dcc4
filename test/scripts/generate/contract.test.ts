import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { EfsCsi, S3MountpointCsi } from "../../../csi";
import { contractOf, snakeCase } from "../../../scripts/generate/contract";

describe("the contract of a construct", () => {
  it("has the inherited props, the required ones first, each part from A to Z", () => {
    const { inputs } = contractOf({ name: "efs", construct: EfsCsi, omit: omitted });
    expect(inputs.map(({ prop }) => prop)).toEqual([
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
    const { outputs } = contractOf({ name: "efs", construct: EfsCsi, omit: omitted });
    expect(outputs.map(({ attribute }) => attribute)).toEqual(["fileSystemId", "storageClassName"]);
  });

  it("refuses to omit a prop that is not there", () => {
    const omit = [...omitted, "size"];
    expect(() => contractOf({ name: "efs", construct: EfsCsi, omit })).toThrow(
      "efs omits size, which EfsCsiProps does not have",
    );
  });

  it("refuses a prop whose type or default no module can have as input", () => {
    const omit = (kept: string) => omitted.filter((prop) => prop !== kept);
    const contract = (kept: string) => () =>
      contractOf({ name: "efs", construct: EfsCsi, omit: omit(kept) });
    expect(contract("helmProvider")).toThrow("`helmProvider` has a type that is no input");
    expect(contract("driverValues")).toThrow("`driverValues` has a type that is no input");
    const s3 = { name: "s3-mountpoint", construct: S3MountpointCsi };
    const others = ["driverValues", "helmProvider", "volumeCount"];
    expect(() => contractOf({ ...s3, omit: others })).toThrow(
      "`mountOptions` needs a literal as @default to be an input of a module, got - none",
    );
  });

  it("refuses a construct that csi/ does not export", () => {
    class Unknown extends Construct {
      readonly fqn = "";
    }
    expect(() => contractOf({ name: "x", construct: Unknown, omit: [] })).toThrow(
      "csi/ exports no UnknownProps",
    );
  });
});

const omitted = ["awsProvider", "driverValues", "helmProvider", "throughputMode"];

it("names an input as Python does", () => {
  expect(snakeCase("awsRegion")).toBe("aws_region");
  expect(snakeCase("namespace")).toBe("namespace");
});
