import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { kubernetesProgram } from "./kubernetes-program";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kubernetes-program-test-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Puts a `go` on the PATH that does as told when it is to install something. */
function fakeGo(install: string): void {
  const script = `#!/bin/sh\nif [ "$1" = list ]; then echo v1.34.2; exit; fi\n${install}\n`;
  writeFileSync(join(folder, "go"), script, { mode: 0o755 });
  vi.stubEnv("PATH", [folder, "/usr/bin", "/bin"].join(delimiter));
}

test("is told the version that go.mod pins", async () => {
  fakeGo(`echo "$GOBIN: $@" >> ${folder}/installs`);
  const path = await kubernetesProgram("kubectl");
  const installs = readFileSync(join(folder, "installs"), "utf8");
  expect(installs).toContain("version.gitVersion=v1.34.2");
  expect(installs).toContain("version.gitMinor=34");
  expect(installs).toMatch(/ k8s\.io\/kubernetes\/cmd\/kubectl\n$/);
  expect(path).toBe(join(installs.split(":")[0], "kubectl"));
});

test("that cannot be installed is an error with what go says", async () => {
  fakeGo("echo out of disk >&2; exit 1");
  await expect(kubernetesProgram("kubectl")).rejects.toThrow("out of disk");
});

test("tells how to get Go where there is none", async () => {
  vi.stubEnv("PATH", folder);
  await expect(kubernetesProgram("kubectl")).rejects.toThrow(
    "`go` is not on the PATH. Install Go 1.26 or later: https://go.dev/dl.",
  );
});
