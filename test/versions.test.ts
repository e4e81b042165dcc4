import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { devDependencies, version } from "../package.json";
import { filesBelow } from "../scripts/generate/files";

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

it("NOTICE names the version of the YAML parser that is bundled, with its license", () => {
  expect(read("NOTICE")).toContain(`They bundle yaml ${devDependencies.yaml} `);
  expect(read("NOTICE")).toContain(read("node_modules/yaml/LICENSE"));
});

it("the recommended EFS chart is the default of efs-driver, wherever a chart 3.x is chosen", () => {
  const [, recommended] =
    /"helm_chart_version" \{[^}]*default += "([^"]+)"/.exec(
      read("modules/csi/efs-driver/variables.tf"),
    ) ?? [];
  const root = join(__dirname, "..");
  const files = ["csi", "docs", "examples", "modules"]
    .flatMap((folder) => filesBelow(root, folder))
    .filter((file) => /\.(md|tf)$/.test(file));
  const choices =
    /(?:chart_?version\W+|--version )(3\.\d+\.\d+)|(3\.\d+\.\d+) (?:\| |is )recommended/gi;
  const chosen = [...files, "README.md"].flatMap((file) =>
    [...read(file).matchAll(choices)].map(([, first, second]) => `${file}: ${first ?? second}`),
  );
  expect(chosen.length).toBeGreaterThan(10);
  expect(chosen.filter((choice) => !choice.endsWith(` ${recommended}`))).toEqual([]);
});
