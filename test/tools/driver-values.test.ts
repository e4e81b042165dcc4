import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { validInputs } from "../modules/valid-inputs";
import { terraform } from "../terraform/terraform";
import { repository } from "./configurations";

/** The values that Terraform passes to a driver's own chart. */
async function driverValues(module: string) {
  const options = { vars: validInputs[module], env: { AWS_REGION: "us-west-2" } };
  const plan = await terraform(join(repository, "modules/csi", module), options).plan();
  const values: string[] = plan.after("helm_release.driver").values ?? [];
  return values.map((text) => parse(text));
}

describe("the values of the EFS driver", () => {
  const controller = { maxSurge: 0, maxUnavailable: 1 };
  const node = { maxUnavailable: "10%" };

  it("roll it out by the keys of charts up to 3.4.1", async () => {
    expect(await driverValues("efs")).toMatchObject([
      {
        controller: { updateStrategy: { type: "RollingUpdate", rollingUpdate: controller } },
        node: { updateStrategy: { type: "RollingUpdate", rollingUpdate: node } },
      },
    ]);
  });

  it("roll it out by the keys of charts from 4.0.1 on", async () => {
    expect(await driverValues("efs")).toMatchObject([
      { controller: { rollingUpdate: controller }, node: { rollingUpdate: node } },
    ]);
  });

  it("keep the data of a deleted claim", async () => {
    expect(await driverValues("efs")).toMatchObject([
      { controller: { deleteAccessPointRootDir: false } },
    ]);
  });
});

describe("the values of the S3 driver", () => {
  it("are the chart's own", async () => {
    expect(await driverValues("s3-mountpoint")).toEqual([]);
  });
});
