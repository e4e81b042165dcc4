import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { devDependencies, version } from "../package.json";

const read = (path: string) => readFileSync(join(__dirname, "..", path), "utf8");

describe("the version of package.json", () => {
  it("is that of package-lock.json", () => {
    const lock = JSON.parse(read("package-lock.json"));
    expect(
      [lock.version, lock.packages[""].version],
      "package-lock.json takes it over by `npm install --package-lock-only`",
    ).toEqual([version, version]);
  });

  it("is in each address of a module that README.md gives", () => {
    const given = [...read("README.md").matchAll(/\?ref=v([\w.+-]*\w)/g)].map(([, ref]) => ref);
    expect(
      [...new Set(given)],
      `README.md: write ?ref=v${version} in each \`source\` that has a ?ref=`,
    ).toEqual([version]);
  });
});

it.each(["aws", "helm"] as const)(
  "NOTICE names the version of the %s provider binding that is bundled, and its source",
  (provider) => {
    const pinned = devDependencies[`@cdktf/provider-${provider}`];
    expect(read("NOTICE")).toContain(`@cdktf/provider-${provider} ${pinned}`);
    expect(read("NOTICE")).toContain(
      `https://github.com/cdktf/cdktf-provider-${provider}/tree/v${pinned}\n`,
    );
  },
);
