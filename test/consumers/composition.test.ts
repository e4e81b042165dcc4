import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type State, terraform } from "../terraform/terraform";
import { configurationOf } from "./configuration";
import { install, type LanguageName, languageNames, start } from "./languages";

/** What configures the providers. */
const env = { AWS_REGION: "us-west-2" };

const stacks = {} as Record<LanguageName, string>;

beforeAll(async () => {
  for (const language of languageNames) {
    const program = await install(language, join(__dirname, language, "composition"));
    const { code, stderr } = await start(program);
    expect(code, stderr).toBe(0);
    stacks[language] = join(program.folder, "cdktf.out", "stacks", "composition");
  }
});

describe.each(languageNames)(
  "two buckets and two file systems on one driver each, in %s",
  (language) => {
    let state: State;

    beforeAll(async () => {
      state = await terraform(stacks[language], { env }).apply();
    });

    /** Values of the resource that a construct's path leads to. */
    function applied(type: string, path: string) {
      const addresses = [...state.resources.keys()].filter((address) =>
        new RegExp(`^${type}\\.${path}(_[0-9A-F]{8})?$`).test(address),
      );
      expect(addresses).toHaveLength(1);
      return state.values(addresses[0]);
    }

    it("synthesize to what the TypeScript program does", () => {
      expect(configurationOf(stacks[language])).toEqual(configurationOf(stacks.typescript));
    });

    it("become two drivers and four classes", () => {
      const charts = [...state.resources.values()].flatMap(({ chart }) => chart ?? []);
      expect(charts.map((chart) => chart.split("_chart_")[0]).sort()).toEqual([
        "assets/checkpoints",
        "assets/datasets_storage_class",
        "assets/logs",
        "assets/state_storage_class",
        "aws-efs-csi-driver",
        "aws-mountpoint-s3-csi-driver",
      ]);
    });

    it("have a bucket and a region each", () => {
      const values = (path: string) => applied("helm_release", path).values[0];
      expect(values("datasets_storage_class")).toContain('"bucketName": "my-datasets"');
      expect(values("datasets_storage_class")).toContain('"region us-west-2"');
      expect(values("datasets_storage_class")).toContain('"read-only"');
      expect(values("datasets_storage_class")).toContain('"count": 8');
      expect(values("checkpoints")).toContain('"bucketName": "my-checkpoints"');
      expect(values("checkpoints")).toContain('"region eu-west-1"');
    });

    it("take overrides of a resource, of a release, and further values of a driver", () => {
      const fileSystem = applied("aws_efs_file_system", "state_file_system");
      expect(fileSystem.kms_key_id).toBe("arn:aws:kms:us-west-2:123456789012:key/1234abcd");
      expect(applied("aws_efs_file_system", "logs_files").throughput_mode).toBe("bursting");
      const driver = applied("helm_release", "state_driver");
      expect(driver).toMatchObject({ timeout: 1800, version: "4.4.1" });
      expect(driver.values[1]).toContain('"logLevel": 5');
      expect(driver.values[1]).toContain(String.raw`"team": "the \"graph\" team"`);
    });

    it.each(["datasets_driver", "state_driver"])("install %s after the nodes", (path) => {
      const releases = Object.entries<{ depends_on: string[] }>(
        configurationOf(stacks[language]).resource.helm_release,
      );
      const [, release] = releases.find(([name]) => name.startsWith(`${path}_`)) ?? [];
      expect(release?.depends_on).toContain("terraform_data.nodes");
    });

    it("say which service accounts need permissions", () => {
      expect(state.outputs.service_account_names).toEqual([
        "s3-csi-driver-sa",
        "efs-csi-controller-sa",
        "efs-csi-node-sa",
      ]);
    });

    it.each([
      ["datasets", "datasets_storage_class"],
      ["checkpoints", "checkpoints"],
      ["state", "state_storage_class"],
      ["logs", "logs"],
    ])("order what depends on %s after its class", (name, path) => {
      const { depends_on } = configurationOf(stacks[language]).resource.terraform_data[
        `${name}_claim`
      ];
      expect(depends_on).toEqual([
        expect.stringMatching(new RegExp(`^helm_release\\.${path}_[0-9A-F]{8}$`)),
      ]);
    });
  },
);
