import { beforeAll, describe, expect, it } from "vitest";
import { type State, terraform } from "../terraform/terraform";
import { configurationOf, stackOf, start } from "./programs";

/** Where the TypeScript program runs. */
let folder: string;

beforeAll(async () => {
  ({ folder } = await start("typescript", "composition"));
});

describe("two buckets, two file systems, and what exists already", () => {
  let state: State;

  beforeAll(async () => {
    const env = { AWS_REGION: "us-west-2" };
    state = await terraform(stackOf(folder, "composition"), { env }).apply();
  });

  /** Values of the resource that a construct's path leads to. */
  function applied(type: string, path: string) {
    const pattern = new RegExp(`^${type}\\.${path}(_[0-9A-F]{8})?$`);
    const addresses = [...state.resources.keys()].filter((address) => pattern.test(address));
    expect(addresses).toHaveLength(1);
    return state.values(addresses[0]);
  }

  it.each(["python", "go"] as const)("are the same in %s", async (language) => {
    const other = await start(language, "composition");
    expect(configurationOf(other.folder, "composition")).toEqual(
      configurationOf(folder, "composition"),
    );
  });

  it("become two drivers and five classes", () => {
    const charts = [...state.resources.values()].flatMap(({ chart }) => chart ?? []);
    expect(charts.map((chart) => chart.split("_chart_")[0]).sort()).toEqual([
      "assets/checkpoints",
      "assets/datasets",
      "assets/existing",
      "assets/logs",
      "assets/state_storage_class",
      "aws-efs-csi-driver",
      "aws-mountpoint-s3-csi-driver",
    ]);
  });

  it("take overrides of a resource, of a release, and further values of a driver", () => {
    const fileSystem = applied("aws_efs_file_system", "state_file_system");
    expect(fileSystem.kms_key_id).toBe("arn:aws:kms:us-west-2:123456789012:key/1234abcd");
    const driver = applied("helm_release", "state_driver");
    expect(driver).toMatchObject({ timeout: 1800, version: "3.4.1" });
    expect(applied("helm_release", "s3_driver").values).toEqual([
      'node:\n  podLabels:\n    team: the "graph" team\n',
    ]);
  });

  it("order what depends on a class after it, and the drivers after the nodes", () => {
    const { helm_release, terraform_data } = configurationOf(folder, "composition").resource;
    expect(terraform_data.logs_claim.depends_on).toEqual([
      expect.stringMatching(/^helm_release\.logs_[0-9A-F]{8}$/),
    ]);
    const drivers = Object.keys(helm_release).filter((name) => name.includes("_driver"));
    expect(drivers).toHaveLength(2);
    for (const name of drivers) {
      expect(helm_release[name].depends_on).toContain("terraform_data.nodes");
    }
  });
});
