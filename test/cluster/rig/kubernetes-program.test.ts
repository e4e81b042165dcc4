import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { kubernetesProgram } from "./kubernetes-program";

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kubernetes-program-test-"));
  cache = join(folder, "cache");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Puts a `go` on the PATH that notes its builds and does as told in them. */
function fakeGo(build: string): void {
  const script = `#!/bin/sh
    if [ "$1" = list ]; then echo v1.34.2; exit; fi
    echo "$@" >> ${folder}/builds
    while [ "$1" != -o ]; do shift; done
    ${build}`;
  writeFileSync(join(folder, "go"), script, { mode: 0o755 });
  vi.stubEnv("PATH", [folder, "/usr/bin", "/bin"].join(delimiter));
}

test("is built once, and told the version that go.mod pins", async () => {
  fakeGo('touch "$2"');
  const path = await kubernetesProgram("kubectl", cache);
  expect(existsSync(path)).toBe(true);
  expect(await kubernetesProgram("kubectl", cache)).toBe(path);
  const builds = readFileSync(join(folder, "builds"), "utf8").trimEnd().split("\n");
  expect(builds).toHaveLength(1);
  expect(builds[0]).toContain("version.gitVersion=v1.34.2");
  expect(builds[0]).toContain("version.gitMinor=34");
  expect(builds[0]).toMatch(/ k8s\.io\/kubernetes\/cmd\/kubectl$/);
});

test("leaves nothing behind when its build fails, and tells what go says", async () => {
  fakeGo('touch "$2"; echo out of disk >&2; exit 1');
  await expect(kubernetesProgram("kubectl", cache)).rejects.toThrow("out of disk");
  expect(readdirSync(cache)).toEqual([]);
});

test("tells how to get Go where there is none", async () => {
  vi.stubEnv("PATH", folder);
  await expect(kubernetesProgram("kubectl", cache)).rejects.toThrow(
    "go is not on the PATH, which builds kubectl: install Go 1.24 or later, https://go.dev/dl.",
  );
});
