import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { startControlPlane } from "./rig/control-plane";
import { kubernetesProgram } from "./rig/kubernetes-program";

const folder = mkdtempSync(join(tmpdir(), "control-plane-test-"));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder for temporary folders, so that one that is left over shows. */
function watchedFolder(): string {
  const watched = mkdtempSync(join(folder, "tmp-"));
  vi.stubEnv("TMPDIR", watched);
  return watched;
}

/** The programs of Kubernetes, but for a kube-apiserver that does as told. */
function apiserver(script: string): typeof kubernetesProgram {
  const path = join(mkdtempSync(join(folder, "bin-")), "kube-apiserver");
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return async (name) => (name === "kube-apiserver" ? path : kubernetesProgram(name));
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}

test("a control plane listens on 127.0.0.1 alone, and leaves nothing behind", async () => {
  const watched = watchedFolder();
  const { kubeconfig, ports, processes } = await startControlPlane();
  try {
    const { server } = parse(readFileSync(kubeconfig, "utf8")).clusters[0].cluster;
    const { hostname, port } = new URL(server);
    expect(hostname).toBe("127.0.0.1");
    expect(ports).toEqual([expect.any(Number), expect.any(Number), Number(port)]);
    for (const each of ports) {
      expect(await accepts("127.0.0.1", each)).toBe(true);
      // Whoever listens on every address answers on this one, too.
      expect(await accepts("127.0.0.2", each)).toBe(false);
    }
  } finally {
    await processes.end();
  }
  expect(readdirSync(watched)).toEqual([]);
});

test("a program that does not start is told with its log, and nothing is left behind", async () => {
  const watched = watchedFolder();
  const broken = apiserver("echo no cheese today; exit 7");
  await expect(startControlPlane(broken)).rejects.toThrow(
    "the control plane did not come up, for kube-apiserver ended with exit code 7:\n  no cheese today",
  );
  expect(readdirSync(watched)).toEqual([]);
});

test("without etcd, the way to get it is told", async () => {
  vi.stubEnv("PATH", folder);
  await expect(startControlPlane()).rejects.toThrow("`apt-get install etcd-server`");
});
