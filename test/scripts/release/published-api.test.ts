import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Assembly } from "@jsii/spec";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { name } from "../../../package.json";
import { compareWithPublished, compatibleVersions } from "../../../scripts/release/published-api";

const root = join(__dirname, "..", "..", "..");
const temporary = mkdtempSync(join(tmpdir(), "published-api-"));

/** A registry of npm, and what it answers. */
let answer: RequestListener;
const registry = createServer((request, response) => answer(request, response));
const address = () => `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;

beforeAll(async () => {
  await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("npm_config_registry", address());
  vi.stubEnv("npm_config_fetch_retries", "0");
  vi.stubEnv("npm_config_loglevel", "notice");
});

afterAll(() => {
  vi.unstubAllEnvs();
  registry.close();
  rmSync(temporary, { recursive: true });
});

/** Answers with versions of the package that all have one content. */
function publish(versions: readonly string[], tarball?: Buffer): void {
  const entries = versions.map((version) => {
    const dist = { tarball: `${address()}/${version}.tgz` };
    return [version, { name, version, dist }];
  });
  const document = { name, "dist-tags": {}, versions: Object.fromEntries(entries) };
  answer = ({ url }, response) => {
    const content = url?.endsWith(".tgz") ? tarball : JSON.stringify(document);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  };
}

/** Makes a folder with an assembly, which a change was made to, and the peers of the package. */
function packageOf(folder: string, change: (assembly: Assembly) => void = () => {}): string {
  const path = join(temporary, folder);
  mkdirSync(path, { recursive: true });
  const assembly = JSON.parse(readFileSync(join(root, "test/csi/baseline.jsii"), "utf8"));
  change(assembly);
  writeFileSync(join(path, ".jsii"), JSON.stringify(assembly));
  writeFileSync(join(path, "package.json"), readFileSync(join(root, "package.json")));
  return path;
}

const compare = (folder: string, version: string) => compareWithPublished(folder, name, version);

it.each([
  ["0.1.4", "0.1"],
  ["0.12.0", "0.12"],
  ["1.4.2", "1"],
  ["12.0.0", "12"],
])("%s must be compatible with %s", (version, versions) => {
  expect(compatibleVersions(version)).toBe(versions);
});

describe("the API of a release", { timeout: 30_000 }, () => {
  let tarball: Buffer;
  let same: string;
  let without: string;

  beforeAll(() => {
    packageOf("package");
    tarball = execFileSync("tar", ["-cz", "-C", temporary, "package"]);
    same = packageOf("same");
    without = packageOf("without", ({ types }) => delete types?.[`${name}.EfsCsi`]);
    for (const folder of [same, without]) {
      symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    }
  });

  it("may be that of the last version which it must be compatible with", async () => {
    publish(["0.1.3", "0.2.0"], tarball);
    expect(await compare(same, "0.1.4")).toBe(`0.1.4 breaks nothing of ${name}@0.1.`);
  });

  it("may not break what that has", async () => {
    publish(["0.1.3"], tarball);
    const comparison = compare(without, "0.1.4");
    await expect(comparison).rejects.toThrow(`0.1.4 breaks what ${name}@0.1 has`);
    await expect(comparison).rejects.toThrow("EfsCsi: has been removed");
  });

  it("may be anything where no version is published that it must be compatible with", async () => {
    publish(["0.1.3"], tarball);
    expect(await compare(without, "0.2.0")).toBe(`There is no ${name}@0.2 that 0.2.0 could break.`);
  });

  it("may be anything where nothing is published", async () => {
    answer = (_, response) => response.writeHead(404).end("{}");
    expect(await compare(without, "0.1.0")).toContain(`There is no ${name}@0.1`);
  });

  it.each<[string, RequestListener]>([
    ["fails", (_, response) => response.writeHead(500).end()],
    ["does not answer", ({ socket }) => socket.destroy()],
  ])("is refused where the registry %s", async (_, listener) => {
    answer = listener;
    await expect(compare(same, "0.1.4")).rejects.toThrow(
      `It is not known whether ${name}@0.1 is published`,
    );
  });

  it("is refused where the published package cannot be had", async () => {
    publish(["0.1.3"]);
    await expect(compare(same, "0.1.4")).rejects.toThrow(/npm pack .*404/s);
  });
});
