import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { offline, type Plan, terraform, type Values } from "../terraform/terraform";
import { examples, existing, Seen } from "./example";

describe("the complete example of README.md", () => {
  const folder = join(examples, "complete");
  const root = terraform(folder, { existing: existing("us-west-2") });
  const seen = new Seen();
  let again: Plan;

  beforeAll(async () => {
    if (!offline) return;
    seen.plan = await root.plan();
    seen.state = await root.apply();
    seen.history = root.history;
    again = await root.plan();
  });

  it("is formatted and valid, without a warning", async () => {
    expect(await root.fmtCheck()).toBe("");
    expect(await root.validate()).toEqual([]);
  });

  it.runIf(offline)("is done by one apply", () => {
    expect(new Set(Object.values(seen.plan.actions))).toEqual(new Set(["create"]));
    expect(seen.plan.warnings).toEqual([]);
    expect(again.isEmpty).toBe(true);
  });

  it.runIf(offline)("puts the mount targets where the cluster's nodes reach them", () => {
    const [{ vpc_config }] = seen.all("data.aws_eks_cluster.this");
    const targets = seen.all("module.efs.aws_efs_mount_target.this");
    expect(targets).toHaveLength(2);
    for (const target of targets) {
      expect(target.security_groups).toEqual([vpc_config[0].cluster_security_group_id]);
    }
  });

  it.runIf(offline)("starts the driver when its permissions have taken effect", () => {
    expect(seen.place("time_sleep")).toBeLessThan(seen.place("helm_release"));
  });

  it.runIf(offline)("configures helm from the cluster that it names", () => {
    const { provider_config: providers } = seen.plan.json.configuration as Values;
    const { references } = providers.helm.expressions.kubernetes;
    expect(references).toContain("data.aws_eks_cluster.this.endpoint");
    expect(references).toContain("local.cluster_name");
  });

  it("is told in README.md with the names of its manifest", () => {
    const readme = readFileSync(join(__dirname, "../../README.md"), "utf8");
    const manifest = readFileSync(join(folder, "pod.yaml"), "utf8");
    const [, pod] = /^kind: Pod\nmetadata:\n {2}name: (.*)$/m.exec(manifest) ?? [];
    expect(readme).toContain(`--for=condition=Ready pod/${pod} `);
    expect(readme).toMatch(new RegExp(`kubectl exec ${pod} -- cat /shared/now\n`));
  });
});
