import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { inputCases } from "../input-cases";
import { finish } from "./command";
import { install, type LanguageName, languageNames, start } from "./languages";

const s3 = { awsRegion: "us-west-2", bucketName: "my-datasets" };
const efs = {
  awsRegion: "us-west-2",
  clusterName: "my-cluster",
  securityGroupId: "sg-12345678",
  subnetIds: ["subnet-12345678"],
};

type Case = readonly [construct: string, props: Readonly<Record<string, unknown>>];

const accepted: Case[] = [
  ["S3MountpointCsi", s3],
  ["EfsCsi", efs],
];

/** A wrong value of each prop that has rules, in the construct that takes it, and what it must be. */
const wrong = Object.entries(inputCases).map(([prop, { rejected }]) => {
  const [{ value, must, got = value }] = rejected;
  const isOfS3 = ["bucketName", "mountOptions", "volumeCount"].includes(prop);
  const [construct, props] = accepted[isOfS3 ? 0 : 1];
  return { prop, must, got, tried: [construct, { ...props, [prop]: value }] as Case };
});

/** What each case is refused with in a language; null where it is not. */
async function refusals(language: LanguageName, cases: readonly Case[]): Promise<unknown[]> {
  const program = await install(language, join(__dirname, language, "refusals"));
  const { code, stdout, stderr } = await start(program, JSON.stringify(cases));
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

const missing: Case = ["S3MountpointCsi", { awsRegion: "us-west-2" }];
const wrongType: Case = ["S3MountpointCsi", { ...s3, awsRegion: 5 }];

/** How each language names a refusal, and what its users see where our own check is not reached. */
const expected = {
  typescript: {
    type: "Error",
    missing: "Error: stack/it: `bucketName` is required, got undefined.",
    wrongType: "Error: stack/it: `awsRegion` must be an AWS region such as us-west-2, got 5.",
  },
  python: {
    type: "RuntimeError",
    missing:
      "TypeError: S3MountpointCsi.__init__() missing 1 required keyword-only argument: 'bucket_name'",
    wrongType: "TypeError: type of argument aws_region must be str; got int instead",
  },
  go: {
    type: "panic",
    missing: "panic: Field *string.BucketName is required, but has nil value",
    wrongType: undefined,
  },
};

describe.each(languageNames)("in %s", (language) => {
  const { type, ...messages } = expected[language];
  let refused: unknown[];

  beforeAll(async () => {
    const cases = [...accepted, missing, ...wrong.map(({ tried }) => tried)];
    refused = await refusals(language, cases);
  });

  it("right props are accepted", () => {
    expect(refused.slice(0, accepted.length)).toEqual([null, null]);
  });

  it("a required prop that is missing is refused", () => {
    expect(refused[accepted.length]).toBe(messages.missing);
  });

  it.each(wrong.map((wrongCase, index) => ({ ...wrongCase, index })))(
    "a wrong $prop is refused with the constructor's message",
    ({ prop, must, got, index }) => {
      const message = refused[accepted.length + 1 + index];
      expect(message).toMatch(new RegExp(`^${type}: stack/it: \`${prop}\` must `));
      expect(message).toContain(must);
      expect(message).toContain(`, got ${JSON.stringify(got)}.`);
    },
  );
});

describe("a value of another type is refused", () => {
  it.each(["typescript", "python"] as const)("in %s, by the constructor", async (language) => {
    expect(await refusals(language, [wrongType])).toEqual([expected[language].wrongType]);
  });

  it("in TypeScript, by the compiler", async () => {
    const project = join(inject("projects"), "typescript");
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

  it("in Go, by the compiler", async () => {
    const program = await install("go", join(__dirname, "go", "refusals"));
    const source = `package main

import "github.com/clockwork-codex/csi-go/csi"

var _ = csi.S3MountpointCsiProps{AwsRegion: 5}
`;
    writeFileSync(join(program.folder, "wrong.go"), source);
    const { code, stderr } = await finish("go", ["build", "."], { cwd: program.folder });
    expect(code).not.toBe(0);
    expect(stderr).toContain("wrong.go:5:45: cannot use 5");
    expect(stderr).toContain("as *string value");
  });
});
