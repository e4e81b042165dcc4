import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { beforeAll, describe, expect, it } from "vitest";
import { EfsCsi, S3MountpointCsi } from "../../csi";
import { finish } from "../../scripts/command/run";
import { casesOf } from "../input-cases";
import { projectOf, shell, start } from "./programs";
import { type Language, languages } from "./projects";
import { quickStart } from "./readme";

const s3 = { awsRegion: "us-west-2", bucketName: "my-datasets" };
const efs = {
  awsRegion: "us-west-2",
  clusterName: "my-cluster",
  securityGroupId: "sg-12345678",
  subnetIds: ["subnet-12345678"],
};

const constructs = { EfsCsi, S3MountpointCsi };

type Case = readonly [construct: keyof typeof constructs, props: object];

const accepted: Case[] = [
  ["S3MountpointCsi", s3],
  ["EfsCsi", efs],
];

/** A wrong value of each prop that has rules, in the construct that takes it. */
const wrong = [
  ...["awsRegion", "bucketName", "helmChartVersion", "storageClassName"].map(
    (prop) => ["s3-mountpoint", accepted[0], prop] as const,
  ),
  ...["clusterName", "namespace", "securityGroupId", "subnetIds"].map(
    (prop) => ["efs", accepted[1], prop] as const,
  ),
].map(([module, [construct, props], prop]): Case => {
  const [{ value }] = casesOf(module, prop).rejected;
  return [construct, { ...props, [prop]: value }];
});

/** What the constructor says in its own language. */
function messageOf([construct, props]: Case): string {
  const stack = new TerraformStack(Testing.app(), "stack");
  try {
    new constructs[construct](stack, "it", props as never);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${construct} accepts ${JSON.stringify(props)}`);
}

/** What each case is refused with in a language; null where it is not. */
async function refusals(language: Language, cases: readonly Case[]): Promise<unknown[]> {
  return JSON.parse((await start(language, "refusals", JSON.stringify(cases))).stdout);
}

const missing: Case = ["S3MountpointCsi", { awsRegion: "us-west-2" }];
const wrongType: Case = ["S3MountpointCsi", { ...s3, awsRegion: 5 }];

/** How each language names a refusal, and what it says itself of a prop that is missing. */
const expected = {
  typescript: ["Error", "Error: stack/it: `bucketName` is required, got undefined."],
  python: [
    "RuntimeError",
    "TypeError: S3MountpointCsi.__init__() missing 1 required keyword-only argument: 'bucket_name'",
  ],
  go: ["panic", "panic: Field *string.BucketName is required, but has nil value"],
};

describe.each(languages)("in %s", (language) => {
  const [type, missingMessage] = expected[language];
  let refused: unknown[];

  beforeAll(async () => {
    refused = await refusals(language, [...accepted, missing, ...wrong]);
  });

  it("right props are accepted", () => {
    expect(refused.slice(0, accepted.length)).toEqual([null, null]);
  });

  it("a required prop that is missing is refused", () => {
    expect(refused[accepted.length]).toBe(missingMessage);
  });

  it("a wrong value of each prop is refused with the constructor's message", () => {
    const messages = wrong.map((each) => `${type}: ${messageOf(each)}`);
    expect(refused.slice(accepted.length + 1)).toEqual(messages);
  });
});

describe("a value of another type is refused", () => {
  it.each([
    ["typescript", `Error: ${messageOf(wrongType)}`],
    ["python", "TypeError: type of argument aws_region must be str; got int instead"],
  ] as const)("in %s, by the constructor", async (language, message) => {
    expect(await refusals(language, [wrongType])).toEqual([message]);
  });

  it("in Python a tuple, by jsii, in the words of the README", async () => {
    const program = `from cdktf import App, TerraformStack
from clockwork_codex_csi import S3MountpointCsiDriver
S3MountpointCsiDriver(TerraformStack(App(), "stack"), "it", values=("a: 1",))`;
    const { code, stderr } = await shell(projectOf("python"), "python3", ["-c", program]);
    expect(code).not.toBe(0);
    const message = stderr.trim().split("\n").at(-1)?.replace("AttributeError: ", "") ?? "";
    expect(message).toContain("tuple");
    expect(quickStart("python").text).toContain(`\`${message}\``);
  });

  it("in TypeScript, by the compiler", async () => {
    const project = projectOf("typescript");
    const source = `import { S3MountpointCsi, type S3MountpointCsiProps } from "@clockwork-codex/csi";
export const wrong: S3MountpointCsiProps = { awsRegion: 5, bucketName: "b" };
export const missing: S3MountpointCsiProps = { awsRegion: "us-west-2" };
export const right: S3MountpointCsiProps = { awsRegion: "us-west-2", bucketName: "b" };
export const construct = S3MountpointCsi;
`;
    writeFileSync(join(project, "wrong.ts"), source);
    // Nothing wrong is found in the package's own types, or in those that it refers to.
    const flags = ["--noEmit", "--strict", "--skipLibCheck", "false"];
    const { code, stdout } = await finish("npx", ["tsc", ...flags, "wrong.ts"], { cwd: project });
    expect(code).not.toBe(0);
    expect(stdout.match(/^\S.*$/gm)).toEqual([
      "wrong.ts(2,46): error TS2322: Type 'number' is not assignable to type 'string'.",
      expect.stringContaining("wrong.ts(3,14): error TS2741: Property 'bucketName' is missing"),
    ]);
  });
});
