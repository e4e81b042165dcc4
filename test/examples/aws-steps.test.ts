import { beforeAll, describe, expect, test } from "vitest";
import { steps, write } from "../aws/steps";
import { temporaryFolder } from "../terraform/root";
import { offline, type Plan, type Terraform, terraform } from "../terraform/terraform";
import { existing, vars } from "./example";

const { documented, ...later } = steps;
const driver = "module.efs.helm_release.driver";

describe.runIf(offline)("the steps of npm run test:aws", () => {
  const plans: Plan[] = [];
  let root: Terraform;

  beforeAll(async () => {
    const options = { vars, existing: existing(vars.region) };
    root = terraform(write(documented, temporaryFolder()), options);
    await root.apply();
    for (const step of Object.values(later)) {
      root = root.edited(write(step, temporaryFolder()), options);
      plans.push(await root.plan());
      await root.apply();
    }
  });

  test("each change nothing but what they are for", () => {
    const changes = plans.map(({ actions }) =>
      Object.entries(actions).filter(([, action]) => !["no-op", "read"].includes(action)),
    );
    const [recommended, permitted, all] = changes;
    expect(recommended).toEqual([[driver, "update"]]);
    expect(new Set(permitted.map(([, action]) => action))).toEqual(new Set(["create"]));
    expect(all).toEqual([[driver, "update"]]);
  });

  test("are formatted and valid, and end in nothing that is left", async () => {
    expect(await root.fmtCheck()).toBe("");
    expect(await root.validate()).toEqual([]);
    expect((await root.plan()).isEmpty).toBe(true);
    expect((await root.destroy()).resources.size).toBe(0);
  });
});
