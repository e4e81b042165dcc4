import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type State, terraform } from "../terraform/terraform";
import { configurationOf, stackOf, start } from "./programs";

const env = { AWS_REGION: "us-west-2" };

/** Where the TypeScript program runs. */
let folder: string;

/** Values of the resource that a construct's path leads to. */
function applied(state: State, type: string, path: string) {
  const pattern = new RegExp(`^${type}\\.${path}(_[0-9A-F]{8})?$`);
  const addresses = [...state.resources.keys()].filter((address) => pattern.test(address));
  expect(addresses).toHaveLength(1);
  return state.values(addresses[0]);
}

beforeAll(async () => {
  ({ folder } = await start("typescript", "composition"));
});

it.each(["python", "go"] as const)("the stacks are the same in %s", async (language) => {
  const other = await start(language, "composition");
  for (const stack of ["composition", "files"]) {
    expect(configurationOf(other.folder, stack)).toEqual(configurationOf(folder, stack));
  }
});

describe("two buckets, two file systems, and what exists already", () => {
  let state: State;

  beforeAll(async () => {
    state = await terraform(stackOf(folder, "composition"), { env }).apply();
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
    const fileSystem = applied(state, "aws_efs_file_system", "state_file_system");
    expect(fileSystem.kms_key_id).toBe("arn:aws:kms:us-west-2:123456789012:key/1234abcd");
    const driver = applied(state, "helm_release", "state_driver");
    expect(driver).toMatchObject({ timeout: 1800, version: "3.4.1" });
    expect(applied(state, "helm_release", "s3_driver").values).toEqual([
      'node:\n  podLabels:\n    team: the "graph" team\n',
    ]);
  });

  it("tune a class and its volumes", () => {
    const [yaml] = applied(state, "helm_release", "datasets").values;
    const { keeper, volumes } = parse(yaml);
    expect(keeper.schedule).toBe("@hourly");
    expect(volumes.accessModes).toEqual(["ReadOnlyMany"]);
    expect(volumes.mountOptions).toContain("prefix curated/");
    expect(volumes.csi.volumeAttributes).toEqual({
      authenticationSource: "pod",
      bucketName: "my-datasets",
      cache: "emptyDir",
      cacheEmptyDirSizeLimit: "10Gi",
      mountpointContainerResourcesLimitsMemory: "2Gi",
    });
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

it("a class of S3 Files by its parts, which waits for the bucket's versioning", async () => {
  const state = await terraform(stackOf(folder, "files"), { env }).apply();
  const driver = applied(state, "helm_release", "driver");
  expect(driver).toMatchObject({ chart: "aws-efs-csi-driver", version: "4.4.1" });
  expect(applied(state, "terraform_data", "models_claim").input).toMatchObject({
    value: { class: "models", nodeRole: expect.stringMatching(/^s3-files-node-/) },
  });
  const synchronization = "aws_s3files_synchronization_configuration";
  expect(applied(state, synchronization, "models_synchronization").import_data_rule).toEqual([
    { prefix: "", size_less_than: 131072, trigger: "ON_FILE_ACCESS" },
  ]);
  const { aws_s3files_file_system } = configurationOf(folder, "files").resource;
  const [fileSystem] = Object.values<{ depends_on: string[] }>(aws_s3files_file_system);
  expect(fileSystem.depends_on).toContain("terraform_data.versioning");
});
