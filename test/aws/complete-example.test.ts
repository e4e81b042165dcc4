import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { allInTurn } from "../cluster/in-turn";
import { within } from "../mount/within";
import { account } from "./account";
import { shown } from "./shown";

const repository = join(__dirname, "../..");
const inputs = account(process.env);
const folder = mkdtempSync(join(tmpdir(), "test-aws-"));
const root = join(folder, "examples/hcl/node-role");
const pod = join(repository, "examples/hcl/pod-identity/pod.yaml");

const terraform = (...args: string[]) => shown(60, "terraform", `-chdir=${root}`, ...args);
const apply = (...args: string[]) => terraform("apply", "-auto-approve", "-input=false", ...args);
const kubectl = (...args: string[]) =>
  shown(6, "kubectl", `--kubeconfig=${join(folder, "kubeconfig")}`, ...args);
const inPod = (commandLine: string) => kubectl("exec", "reader", "--", "sh", "-euc", commandLine);
const podIsReady = () => kubectl("wait", "--for=condition=Ready", "pod/reader", "--timeout=5m");

/** Installs an EFS chart in place of the example's. */
function efsChart(version: string): void {
  const module = `module "efs" {\n  helm_chart_version = "${version}"\n}\n`;
  writeFileSync(join(root, "efs_override.tf"), module);
}

afterAll(async () => {
  await destroy();
  rmSync(folder, { recursive: true });
});

/** Takes away what uses the drivers, then the drivers and the rest. */
async function destroy(): Promise<void> {
  const used = ["delete", "--ignore-not-found", "--timeout=5m", "-f", pod];
  await allInTurn(
    () => kubectl(...used),
    () =>
      within(300, async () => {
        expect(await kubectl("get", "pods", "-n", "mount-s3", "-o=name")).toBe("");
      }),
    () => apply("-destroy"),
  );
}

test("the example applies, with EFS chart 2.4.5", async () => {
  for (const name of ["examples", "modules"]) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify(inputs));
  process.stderr.write(`The state is in ${root}: terraform destroy there ends all of it.\n`);
  efsChart("2.4.5");
  await terraform("init", "-input=false");
  await apply();
  const cluster = ["--region", inputs.region, "--name", inputs.cluster_name];
  const kubeconfig = ["--kubeconfig", join(folder, "kubeconfig")];
  await shown(2, "aws", "eks", "update-kubeconfig", ...cluster, ...kubeconfig);
});

test("a pod that is not root writes and reads on both", async () => {
  await kubectl("apply", "-f", pod);
  await podIsReady();
  expect(
    await inPod("mkdir -p /s3/test-aws; echo one >/s3/test-aws/file; cat /s3/test-aws/file"),
  ).toBe("one\n");
  expect(await inPod("echo one >/efs/file; cat /efs/file")).toBe("one\n");
});

test("the recommended EFS chart goes in under live mounts, which go on", async () => {
  const touch = "touch /efs/beat && cat /s3/test-aws/file >/dev/null || touch /tmp/failed";
  await inPod(`while sleep 1; do ${touch}; done >/dev/null 2>&1 &`);
  efsChart("3.4.1");
  await apply();
  await inPod("rm /efs/beat");
  await within(300, async () => expect(await inPod("ls /efs")).toContain("beat"));
  expect(await inPod("ls /tmp")).not.toContain("failed");
  const restarts = "-o=jsonpath={.status.containerStatuses[0].restartCount}";
  expect(await kubectl("get", "pod", "reader", restarts)).toBe("0");
});

test("a pod started afterwards sees the same files", async () => {
  await kubectl("delete", "pod", "reader", "--timeout=5m");
  await kubectl("apply", "-f", pod);
  await podIsReady();
  expect(await inPod("cat /efs/file /s3/test-aws/file; rm /s3/test-aws/file")).toBe("one\none\n");
});
