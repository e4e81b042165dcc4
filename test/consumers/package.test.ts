import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { name, peerDependencies, version } from "../../package.json";
import { artefact, root } from "./artefact";
import { succeed } from "./command";

/** The paths of a folder's files, relative to it, sorted. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

const installed = () => join(inject("projects"), "typescript", "node_modules");
const npmPackage = () => join(installed(), name);

describe("packing a copy of the sources elsewhere", () => {
  const copy = join(mkdtempSync(join(tmpdir(), "package-test-")), "copy");

  beforeAll(async () => {
    for (const path of ["LICENSE", "NOTICE", "README.md", "csi", "package.json", "scripts"]) {
      cpSync(join(root, path), join(copy, path), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
    await succeed(process.execPath, [tsx, "scripts/package.ts"], { cwd: copy });
  });

  afterAll(() => rmSync(dirname(copy), { recursive: true }));

  it("gives the same files as lie in dist/, byte for byte", () => {
    const [again, dist] = [join(copy, "dist"), join(root, "dist")];
    expect(filesOf(again)).toEqual(filesOf(dist));
    for (const file of filesOf(dist)) {
      const same = readFileSync(join(again, file)).equals(readFileSync(join(dist, file)));
      expect(same, `${file}: run \`npm run package\``).toBe(true);
    }
  });
});

describe("the npm package", () => {
  it("has what is compiled, the charts and the notices, and no stray file", () => {
    const sources = filesOf(join(root, "csi"));
    const compiled = sources
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => {
        const path = `lib/${file.slice(0, -".ts".length)}`;
        return file.startsWith("internal/") ? [`${path}.js`] : [`${path}.js`, `${path}.d.ts`];
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
        ...compiled,
        ...charts,
      ].sort(),
    );
    expect(charts.length).toBeGreaterThanOrEqual(6);
  });

  it("brings cdktf and constructs into an empty project, and nothing else", () => {
    const lock = JSON.parse(readFileSync(join(installed(), ".package-lock.json"), "utf8"));
    const own = Object.entries<{ dev?: boolean; inBundle?: boolean }>(lock.packages)
      .filter(([, { dev, inBundle }]) => !dev && !inBundle)
      .map(([path]) => path.replace("node_modules/", ""));
    expect(own.sort()).toEqual([name, ...Object.keys(peerDependencies)].sort());
    expect(Object.keys(peerDependencies)).toEqual(["cdktf", "constructs"]);
  });

  it("loads nothing but its peers, Node and itself", () => {
    const scripts = filesOf(npmPackage()).filter((file) => file.endsWith(".js"));
    const loaded = scripts.flatMap((file) => {
      const text = readFileSync(join(npmPackage(), file), "utf8");
      return [...text.matchAll(/\brequire\("([^".][^"]*)"\)/g)].map(([, module]) => module);
    });
    expect([...new Set(loaded)].sort()).toEqual([
      "cdktf",
      "constructs",
      "node:crypto",
      "node:fs",
      "node:path",
    ]);
  });

  it("has types that refer to its peers and to types that it has", () => {
    const types = filesOf(npmPackage()).filter((file) => file.endsWith(".d.ts"));
    const referred = types.flatMap((file) => {
      const text = readFileSync(join(npmPackage(), file), "utf8");
      return [...text.matchAll(/(?:\bfrom |\bimport\()"([^"]+)"/g)].map(([, module]) =>
        module.startsWith(".") ? `${join(dirname(file), module)}.d.ts` : module,
      );
    });
    expect(new Set(referred)).toContain("cdktf");
    for (const module of new Set(referred)) {
      expect([...types, "cdktf", "constructs"]).toContain(module);
    }
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

describe("what a registry shows of the packages", () => {
  const pages = {
    npm: () => readFileSync(join(npmPackage(), "README.md"), "utf8"),
    PyPI: () => {
      const site = join(inject("projects"), "python", ".venv");
      const metadata = /clockwork_codex_csi-.*\.dist-info\/METADATA$/;
      const file = filesOf(site).find((path) => metadata.test(path));
      return readFileSync(join(site, file ?? ""), "utf8");
    },
    "pkg.go.dev": () => readFileSync(artefact("go/csi", "README.md"), "utf8"),
  };

  describe.each(Object.entries(pages))("on %s", (_, page) => {
    const outsideOfCode = () => page().replace(/^ *```[\s\S]*?^ *```$/gm, "");

    it("links to the files of this version, and to nothing beside the page", () => {
      const release = `https://github.com/clockwork-codex/csi/blob/v${version}/`;
      expect(outsideOfCode()).toContain(`](${release}modules/csi/efs)`);
      expect(outsideOfCode()).toContain(`](${release}modules/csi/s3-mountpoint)`);
      const targets = outsideOfCode().match(/\]\([^)]*\)|^\[[^\]]*\]: .*|(?:href|src)=\S+/gm);
      for (const target of targets ?? []) {
        expect(target).toMatch(/^\]\(https:\/\//);
      }
    });

    it("has the diagram as a picture", () => {
      expect(page()).toContain(
        `](https://github.com/clockwork-codex/csi/raw/v${version}/docs/overview.png)`,
      );
      expect(page()).not.toContain("mermaid");
    });

    it("calls the code of each language by its name", () => {
      const code = (mark: string) => page().split(mark)[1];
      expect(code("### TypeScript")).toMatch(/^```TypeScript\nimport \{/m);
      expect(code("### Python")).toMatch(/^```python\nfrom cdktf/m);
      expect(code("### Go")).toMatch(/^```go\npackage main/m);
    });

    it("has no mark of what the repository includes in its README", () => {
      expect(page()).not.toContain("include:");
    });
  });
});

describe("the Python and Go packages", () => {
  it("hold the npm package as it is", async () => {
    const npm = readFileSync(artefact("js", ".tgz"));
    const site = join(inject("projects"), "python", ".venv");
    const python = filesOf(site).find((file) => /clockwork_codex_csi\/_jsii\/.*\.tgz$/.test(file));
    expect(readFileSync(join(site, python ?? "")).equals(npm)).toBe(true);
    expect(readFileSync(artefact("go/csi/jsii", ".tgz")).equals(npm)).toBe(true);
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
    const interpreter = join(inject("projects"), "python", ".venv", "bin", "python");
    const requires = await succeed(interpreter, ["-c", script], { cwd: tmpdir() });
    expect([...requires.matchAll(/^[a-z]+/gm)].map(([name]) => name).sort()).toEqual([
      "cdktf",
      "constructs",
      "jsii",
      "publication",
    ]);
  });
});
