import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { allInTurn } from "../cluster/in-turn";
import { within } from "../mount/within";
import { account } from "./account";
import { shown } from "./shown";
import { steps, write } from "./steps";

const inputs = account(process.env);
const folder = mkdtempSync(join(tmpdir(), "test-aws-"));
const root = write(steps.documented, folder);
const pod = join(folder, "examples/hcl/pod-identity/pod.yaml");
const s3FilesPod = join(folder, "examples/hcl/s3-files/pod.yaml");

const terraform = (...args: string[]) => shown(60, "terraform", `-chdir=${root}`, ...args);
const apply = (...args: string[]) => terraform("apply", "-auto-approve", "-input=false", ...args);
const kubectl = (...args: string[]) =>
  shown(6, "kubectl", `--kubeconfig=${join(folder, "kubeconfig")}`, ...args);
const inPod = (commandLine: string, pod = "reader") =>
  kubectl("exec", pod, "--", "sh", "-euc", commandLine);
const podIsReady = (pod = "reader") =>
  kubectl("wait", "--for=condition=Ready", `pod/${pod}`, "--timeout=5m");

/** Goes on to a step. */
async function go(step: keyof typeof steps): Promise<void> {
  write(steps[step], folder);
  await terraform("init", "-input=false");
  await apply();
}

/** Installs an EFS chart while the pod writes and reads, which must go on. */
async function goUnderLiveMounts(step: keyof typeof steps): Promise<void> {
  const touch = "touch /efs/beat && cat /s3/test-aws/file >/dev/null || touch /tmp/failed";
  await inPod(`while sleep 1; do ${touch}; done >/dev/null 2>&1 & echo $! >/tmp/loop`);
  await go(step);
  await inPod("rm /efs/beat");
  await within(300, async () => expect(await inPod("ls /efs")).toContain("beat"));
  expect(await inPod("kill $(cat /tmp/loop); ls /tmp")).not.toContain("failed");
  const restarts = "-o=jsonpath={.status.containerStatuses[0].restartCount}";
  expect(await kubectl("get", "pod", "reader", restarts)).toBe("0");
}

afterAll(async () => {
  await destroy();
  rmSync(folder, { recursive: true });
});

/** Takes away what uses the drivers, then the drivers and the rest. */
async function destroy(): Promise<void> {
  const used = ["delete", "--ignore-not-found", "--timeout=5m", "-f", pod, "-f", s3FilesPod];
  const made =
    '-o=jsonpath={.items[?(@.spec.csi.driver=="efs.csi.aws.com")].spec.csi.volumeHandle}';
  await allInTurn(
    () => kubectl(...used),
    () =>
      within(300, async () => {
        expect(await kubectl("get", "pods", "-n", "mount-s3", "-o=name")).toBe("");
        // The driver deletes their access points.
        expect(await kubectl("get", "pv", made)).toBe("");
      }),
    () => apply("-destroy"),
  );
}

test("the example applies, with EFS chart 2.4.5", async () => {
  writeFileSync(join(root, "terraform.tfvars.json"), JSON.stringify(inputs));
  process.stderr.write(`The state is in ${root}: terraform destroy there ends all of it.\n`);
  await go("documented");
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

test("the recommended EFS chart goes in under live mounts, which go on", () =>
  goUnderLiveMounts("recommended"));

test("a pod started afterwards sees the same files", async () => {
  await kubectl("delete", "pod", "reader", "--timeout=5m");
  await kubectl("apply", "-f", pod);
  await podIsReady();
  expect(await inPod("cat /efs/file /s3/test-aws/file")).toBe("one\none\n");
});

test("S3 Files goes in beside them: its permissions, then the chart that knows it", async () => {
  await go("permitted");
  await goUnderLiveMounts("all");
  await inPod("rm /s3/test-aws/file");
});

test("a pod renames and appends by S3 Files, and the bucket gets it", async () => {
  await kubectl("apply", "-f", s3FilesPod);
  await podIsReady("writer");
  const edit = "echo one >/data/draft; mv /data/draft /data/file; echo two >>/data/file";
  expect(await inPod(`${edit}; cat /data/file`, "writer")).toBe("one\ntwo\n");
  const bucket = await terraform("output", "-raw", "s3_files_bucket");
  await within(300, async () => {
    expect(await shown(1, "aws", "s3", "ls", "--recursive", `s3://${bucket}`)).toContain("/file\n");
  });
});
