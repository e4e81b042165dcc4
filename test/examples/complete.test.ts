import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { offline, type Plan, terraform, type Values } from "../terraform/terraform";
import { examples, existing, Seen } from "./example";

const read = (path: string) => readFileSync(join(__dirname, "../..", path), "utf8");

const files = ["main.tf", "claim.yaml", "pod.yaml"];

describe.each([
  { name: "efs", shownIn: ["README.md"], files, now: "/shared/now" },
  { name: "s3-mountpoint", shownIn: [], files, now: "/data/now" },
  { name: "s3-files", shownIn: [], files: ["main.tf", "bucket.tf", "pod.yaml"], now: "/data/now" },
])("the complete example examples/hcl/$name", ({ name, shownIn, files, now }) => {
  const root = terraform(join(examples, name), { existing: existing("us-west-2") });
  const seen = new Seen();
  let again: Plan;

  beforeAll(async () => {
    if (!offline) return;
    seen.plan = await root.plan();
    seen.state = await root.applyPlanned(seen.plan);
    seen.history = root.history;
    again = await root.plan();
  });

  it("is valid, without a warning", async () => {
    expect(await root.validate()).toEqual([]);
  });

  it.runIf(offline)("is done by one apply", () => {
    expect(new Set(Object.values(seen.plan.actions))).toEqual(new Set(["create"]));
    expect(seen.plan.warnings).toEqual([]);
    expect(again.isEmpty).toBe(true);
  });

  it.runIf(offline)("starts the driver when its permissions have taken effect", () => {
    expect(seen.place("time_sleep")).toBeLessThan(seen.place("helm_release"));
  });

  it.runIf(offline)(
    "puts mount targets, if it has any, where the cluster's nodes reach them",
    () => {
      const [{ vpc_config }] = seen.all("data.aws_eks_cluster.this");
      const targets = seen.all("module.efs.aws_efs_mount_target.this");
      expect(targets).toHaveLength(name === "efs" ? 2 : 0);
      for (const target of targets) {
        expect(target.security_groups).toEqual([vpc_config[0].cluster_security_group_id]);
      }
    },
  );

  it.runIf(offline)("configures helm from the cluster that it names", () => {
    const { provider_config: providers } = seen.plan.json.configuration as Values;
    const { references } = providers.helm.expressions.kubernetes;
    expect(references).toContain("data.aws_eks_cluster.this.endpoint");
    expect(references).toContain("local.cluster_name");
  });

  const hasParts = existsSync(join(examples, "split-into-parts", name));
  if (hasParts) {
    it.runIf(offline)(
      "is split into its parts by moved blocks, and nothing is replaced",
      async () => {
        const folder = join(examples, "split-into-parts", name);
        const split = root.edited(folder);
        expect(await split.validate()).toEqual([]);
        const plan = await split.plan();
        expect(plan.warnings).toEqual([]);
        const address = `module.${name.replace("-", "_")}_storage_class.helm_release.this`;
        expect(plan.actions).toEqual({ [address]: "update" });
        const { before, after } = plan.change(address);
        // What Helm itself says is not known, and the class's chart lies in another folder.
        const { chart, id, metadata } = after ?? {};
        expect(after).toEqual({ ...before, chart, id, metadata });
        expect(chart).toMatch(`/modules/csi/${name}-storage-class/chart`);
        await split.apply();
        expect((await split.plan()).isEmpty).toBe(true);
      },
    );
  }

  it.each([...shownIn, `modules/csi/${name}/README.md`])(
    "is whole in %s, up to what its pod wrote",
    (document) => {
      const text = read(document);
      for (const file of files) {
        const shown = read(`examples/hcl/${name}/${file}`).replaceAll(
          "../../../modules",
          "./modules",
        );
        expect(text).toContain(`\n${shown}\`\`\`\n`);
      }
      expect(text).toContain("--for=condition=Ready pod/writer ");
      expect(text).toContain(`kubectl exec writer -- cat ${now}\n`);
      expect(read(`examples/hcl/${name}/pod.yaml`)).toMatch(
        new RegExp(`(date >|mv \\S+ )${now} && sleep`),
      );
    },
  );
});
