import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { homepage, name, peerDependencies, version } from "../../package.json";
import { run } from "../../scripts/command/run";
import { packAll } from "../../scripts/package/pack-all";
import { buildPython } from "../../scripts/package/python";
import { packageReadme } from "../../scripts/package/readme";
import { expectExactly } from "../exact/exact";
import { projectOf } from "./programs";
import { artefact, root } from "./projects";

/** The paths of a folder's files, relative to it, sorted. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

const versionless = (path: string) => path.replaceAll(version, "VERSION");

const installed = () => join(projectOf("typescript"), "node_modules");
const npmPackage = () => join(installed(), name);

/** A file of the package as pip installs it. */
function inPython(path: RegExp): Buffer {
  const site = join(projectOf("python"), ".venv");
  return readFileSync(join(site, filesOf(site).find((file) => path.test(file)) ?? ""));
}

it("packing again gives the same files, byte for byte", { timeout: 600_000 }, async () => {
  const [again, dist] = [mkdtempSync(join(tmpdir(), "package-test-")), join(root, "dist")];
  try {
    await packAll(root, again);
    for (const folder of readdirSync(again)) {
      expect(filesOf(join(again, folder))).toEqual(filesOf(join(dist, folder)));
    }
    for (const file of filesOf(again)) {
      const same = readFileSync(join(again, file)).equals(readFileSync(join(dist, file)));
      expect(same, `${file}: run \`npm run package\``).toBe(true);
    }
  } finally {
    rmSync(again, { recursive: true });
  }
});

it("builds the Python package with nothing that has no hash", async () => {
  const folder = mkdtempSync(join(tmpdir(), "package-test-"));
  try {
    const requirements = join(folder, "requirements.txt");
    const text = readFileSync(join(root, "scripts/package/requirements.txt"), "utf8");
    writeFileSync(requirements, text.replace(/ \\\n +--hash=\S+/g, ""));
    await expect(buildPython(folder, folder, requirements)).rejects.toThrow(
      "Hashes are required in --require-hashes mode",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("the npm package", () => {
  it("has what is compiled, the charts and the notices, and no stray file", () => {
    const sources = filesOf(join(root, "csi"));
    const compiled = sources
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => {
        const path = `lib/${file.slice(0, -".ts".length)}`;
        const isDeclared = !file.startsWith("internal/") || file === "internal/rule-kinds.ts";
        return isDeclared ? [`${path}.js`, `${path}.d.ts`] : [`${path}.js`];
      });
    const charts = sources.filter((file) => file.includes("/chart/")).map((file) => `lib/${file}`);
    expect(filesOf(npmPackage())).toEqual(
      [
        ".jsii",
        "LICENSE",
        "NOTICE",
        "README.md",
        "package.json",
        "lib/internal/resources.LICENSE",
        "lib/internal/yaml-mapping.LICENSE",
        ...compiled,
        ...charts,
      ].sort(),
    );
    expect(charts.length).toBeGreaterThanOrEqual(6);
  });

  it("has no source maps, which would be half of what a program unpacks", () => {
    const maps = filesOf(npmPackage())
      .filter((file) => file.endsWith(".js"))
      .filter((file) =>
        /^\/\/# sourceMappingURL/m.test(readFileSync(join(npmPackage(), file), "utf8")),
      );
    expect(maps).toEqual([]);
  });

  it("brings cdktf and constructs into an empty project, and nothing else", () => {
    const lock = JSON.parse(readFileSync(join(installed(), ".package-lock.json"), "utf8"));
    const own = Object.entries<{ dev?: boolean; inBundle?: boolean }>(lock.packages)
      .filter(([, { dev, inBundle }]) => !dev && !inBundle)
      .map(([path]) => path.replace("node_modules/", ""));
    expect(own.sort()).toEqual([name, ...Object.keys(peerDependencies)].sort());
    // What runs on the machine of whoever installs it.
    expect(lock.packages[`node_modules/${name}`].hasInstallScript).toBeUndefined();
    expect(Object.keys(peerDependencies)).toEqual(["cdktf", "constructs"]);
  });

  it("ships the licence of the provider bindings with what it bundles of them", () => {
    const internal = join(npmPackage(), "lib", "internal");
    const licence = readFileSync(join(internal, "resources.LICENSE"), "utf8");
    const bundle = readFileSync(join(internal, "resources.js"), "utf8");
    for (const binding of ["@cdktf/provider-aws", "@cdktf/provider-helm"]) {
      const folder = join(root, "node_modules", binding);
      const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      expect(licence).toContain(`${binding} ${version}`);
      expect(licence).toContain(readFileSync(join(folder, "LICENSE"), "utf8"));
      expect(bundle.split("\n")[0]).toContain(`${binding} ${version}`);
    }
  });
});

it.each([
  ["npm", () => readFileSync(join(npmPackage(), "README.md"), "utf8")],
  ["PyPI", () => inPython(/clockwork_codex_csi-.*\.dist-info\/METADATA$/).toString()],
  ["pkg.go.dev", () => readFileSync(artefact("go/csi", "README.md"), "utf8")],
])("%s shows the README, with links to the files of this version", (_, page) => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  // jsii-pacmak writes lists by asterisks.
  const shown = page().replace(/^\* /gm, "- ");
  expect(shown).toContain(packageReadme(readme, { homepage, version }).trim());
});

describe("the Python and Go packages", () => {
  it("hold the npm package as it is", () => {
    const npm = readFileSync(artefact("js", ".tgz"));
    expect(inPython(/clockwork_codex_csi\/_jsii\/.*\.tgz$/).equals(npm)).toBe(true);
    expect(readFileSync(artefact("go/csi/jsii", ".tgz")).equals(npm)).toBe(true);
  });

  it("have these files beside the code of Go, and no others", async () => {
    const wheel = await run("python3", ["-m", "zipfile", "-l", artefact("python", ".whl")]);
    const sdist = await run("tar", ["-tzf", artefact("python", ".tar.gz")]);
    const go = filesOf(join(root, "dist/go/csi")).filter((file) => !/^[^/]+\.go$/.test(file));
    await expectExactly("packages", {
      go: go.map(versionless),
      sdist: sdist.match(/^.*[^/\n]$/gm)?.map(versionless),
      wheel: wheel.match(/^clockwork\S+/gm)?.map(versionless),
    });
  });

  it("have the version of package.json", () => {
    expect(basename(artefact("python", ".whl"))).toContain(`-${version}-`);
    expect(basename(artefact("python", ".tar.gz"))).toContain(`-${version}.tar.gz`);
    expect(readFileSync(artefact("go/csi", "version"), "utf8").trim()).toBe(version);
  });

  it("need cdktf, constructs and what runs them, and no provider binding", async () => {
    const go = readFileSync(artefact("go/csi", "go.mod"), "utf8");
    const required = [...go.matchAll(/^\t(\S+) v/gm)].map(([, module]) => module);
    expect(required.sort()).toEqual([
      "github.com/aws/constructs-go/constructs/v10",
      "github.com/aws/jsii-runtime-go",
      "github.com/hashicorp/terraform-cdk-go/cdktf",
    ]);
    const script =
      'from importlib.metadata import requires; print(*requires("clockwork-codex-csi"), sep="\\n")';
    const python = join(projectOf("python"), ".venv", "bin", "python");
    const requires = await run(python, ["-c", script]);
    expect([...requires.matchAll(/^[a-z]+/gm)].map(([name]) => name).sort()).toEqual([
      "cdktf",
      "constructs",
      "jsii",
      "publication",
    ]);
  });
});
