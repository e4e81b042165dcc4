import { describe, expect, it } from "vitest";
import {
  type Files,
  knownAfterApply,
  offline,
  type Plan,
  terraform,
  type Values,
} from "../../terraform";

const chart = 'apiVersion: v2\nname: storage\nversion: 0.3.0\nappVersion: "7"\n';

interface Version {
  readonly helm: "v2" | "v3";
  readonly constraint: string;
}

const versions: readonly Version[] = [
  { helm: "v3", constraint: "~> 3.1" },
  { helm: "v2", constraint: "~> 2.17" },
];

/** A root with one release that has these arguments. */
function release(version: Version, body: string) {
  return terraform(filesOf(version, body), { helm: version.helm });
}

function filesOf({ constraint }: Version, body: string, chartVersion = "0.3.0"): Files {
  return {
    "chart/Chart.yaml": chart.replace("0.3.0", chartVersion),
    "main.tf": `terraform {
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "${constraint}"
    }
  }
}

variable "value" {
  default = "a"
}

resource "terraform_data" "later" {}

resource "helm_release" "this" {
${body}
}
`,
  };
}

function planned(plan: Plan) {
  return plan.after("helm_release.this");
}

const local = `  name    = "storage"
  chart   = "./chart"
  values  = [yamlencode({ key = var.value })]`;

describe.each(versions)("helm_release of $helm", (version) => {
  it("plans the provider's defaults and the version of a chart in a folder", async () => {
    expect(planned(await release(version, local).plan())).toMatchObject({
      atomic: false,
      create_namespace: false,
      id: knownAfterApply,
      metadata: knownAfterApply,
      namespace: "default",
      status: "deployed",
      timeout: 300,
      version: "0.3.0",
      wait: true,
    });
  });

  it("plans values that are not known yet", async () => {
    const body = `${local}\n  namespace = terraform_data.later.id`;
    expect(planned(await release(version, body).plan()).namespace).toBe(knownAfterApply);
  });

  it("refuses a name longer than Helm's 53 characters", async () => {
    const named = (length: number) => local.replace('"storage"', `"${"a".repeat(length)}"`);
    expect(await release(version, named(53)).validate()).toEqual([]);
    const [{ summary, detail }] = await release(version, named(54)).validate();
    expect(`${summary} ${detail}`).toMatch(/length.*53/);
  });

  it.runIf(offline)(
    "has nothing left to do after an apply, and makes a revision of a change",
    async () => {
      const root = release(version, local);
      const stored = ({ metadata }: Values) => [metadata].flat()[0];
      const first = (await root.apply()).values("helm_release.this");
      expect(stored(first)).toMatchObject({
        app_version: "7",
        chart: "storage",
        revision: 1,
        values: '{"key":"a"}',
      });
      expect((await root.plan()).isEmpty).toBe(true);
      const change = (await root.plan({ value: "b" })).change("helm_release.this");
      expect(change).toMatchObject({ action: "update", after: { metadata: knownAfterApply } });
      const second = (await root.apply({ value: "b" })).values("helm_release.this");
      expect(stored(second)).toMatchObject({ revision: 2, values: '{"key":"b"}' });
      expect((await root.plan({ value: "b" })).isEmpty).toBe(true);
    },
  );

  it.runIf(offline)("sees that the chart's own version changed", async () => {
    const root = release(version, local);
    await root.apply();
    const plan = await root.edited(filesOf(version, local, "0.3.1")).plan();
    expect(plan.change("helm_release.this").action).toBe("update");
    expect(planned(plan).version).toBe("0.3.1");
  });

  it.runIf(offline)("is replaced by another name or namespace", async () => {
    const named = local.replace('"storage"', "var.value");
    const other = `resource "helm_release" "named" {\n${named}`;
    const root = release(version, `${local}\n  namespace = var.value\n}\n\n${other}`);
    await root.apply();
    const plan = await root.plan({ value: "b" });
    for (const [address, argument] of [
      ["helm_release.this", "namespace"],
      ["helm_release.named", "name"],
    ]) {
      expect(plan.change(address)).toMatchObject({ action: "replace", replacedBy: [argument] });
    }
  });

  it.runIf(offline)("refuses a name that is in use", async () => {
    const root = release(version, `${local}\n}\n\nresource "helm_release" "other" {\n${local}`);
    expect(await root.applyFails()).toContain("cannot re-use a name that is still in use");
  });

  it.runIf(offline)("imports what Helm stores, not where the chart came from", async () => {
    const repository = "https://charts.example.com";
    const existing = {
      helm_release: [{ name: "storage", chart: "storage", repository, values: ["key: a"] }],
    };
    const root = terraform(
      {
        "main.tf": `import {
  to = helm_release.this
  id = "default/storage"
}

resource "helm_release" "this" {
  name   = "storage"
  chart  = "storage"
  values = ["key: a"]

  repository = "${repository}"
  version    = "0.0.0"
}
`,
      },
      { helm: version.helm, existing },
    );
    const change = (await root.plan()).change("helm_release.this");
    expect(change).toMatchObject({ action: "update", imports: true, replacedBy: [] });
    expect(change.before).toMatchObject({ repository: null, values: null });
  });
});

describe("helm_release of v3", () => {
  const [v3] = versions;
  const remote = (argument: string) => `  name       = "driver"
  repository = "https://charts.example.com"
  chart      = "driver"
${argument}`;

  it.each(["0.3.0", "v0.3.0"])("accepts version %s for a chart of 0.3.0", async (given) => {
    expect(planned(await release(v3, `${local}\n  version = "${given}"`).plan()).version).toBe(
      given,
    );
  });

  it("refuses a version that is not the chart's", async () => {
    expect(await release(v3, `${local}\n  version = "0.4.0"`).planFails()).toContain(
      'The version in the configuration is "0.4.0" but the planned version is "0.3.0".',
    );
  });

  it.each([
    { name: "./other", text: 'Unable to locate chart ./other: path "./other" not found' },
    { name: "other", text: "non-absolute URLs should be in form of repo_name/path_to_chart" },
    { name: "other/chart", text: "Unable to locate chart other/chart: repo other not found" },
  ])("refuses the chart $name that is not there", async ({ name, text }) => {
    const body = local.replace("./chart", name);
    expect(await release(v3, body).planFails()).toContain(text);
  });

  it("refuses a chart that is known only after the apply", async () => {
    const body = local.replace('"./chart"', "terraform_data.later.id");
    expect(await release(v3, body).planFails()).toContain("Unable to locate chart :");
  });

  it("has arguments, not blocks, for what 2.x wrote as blocks", async () => {
    const block = `${local}\n\n  set {\n    name  = "a"\n    value = "b"\n  }`;
    const [{ summary }] = await release(v3, block).validate();
    expect(summary).toBe("Unsupported block type");
    const argument = `${local}\n  set = [{ name = "a", value = "b" }]`;
    expect(planned(await release(v3, argument).plan()).set).toEqual([
      { name: "a", value: "b", type: "" },
    ]);
  });

  it("refuses a value for what the provider decides", async () => {
    const [{ summary }] = await release(v3, `${local}\n  status = "deployed"`).validate();
    expect(summary).toBe("Invalid Configuration for Read-Only Attribute");
  });

  it("never shows what is write-only", async () => {
    const body = `${local}\n  set_wo = [{ name = "a", value = "b" }]\n  set_wo_revision = 1`;
    expect(planned(await release(v3, body).plan()).set_wo).toBe(null);
  });

  it.runIf(offline)("accepts an exact version of a repository's chart, and no range", async () => {
    const exact = await release(v3, remote('  version    = "2.7.0"')).plan();
    expect(planned(exact).version).toBe("2.7.0");
    expect(await release(v3, remote('  version    = ">= 2.7"')).planFails()).toContain(
      "Planned version is different from configured version",
    );
  });
});
