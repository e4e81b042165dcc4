import { describe, expect, it } from "vitest";
import { type Plan, type Terraform, terraform } from "../../terraform";

const address = "helm_release.this";

/** The files of a root with one release that has these arguments, and of a chart. */
const filesOf = (body: string) => ({
  "chart/Chart.yaml": 'apiVersion: v2\nname: storage\nversion: 0.3.0\nappVersion: "7"\n',
  "main.tf": `
resource "terraform_data" "later" {}

resource "helm_release" "this" {
${body}
}
`,
});

const planned = (plan: Plan) => plan.after(address);

const local = `  name    = "storage"
  chart   = "./chart"`;

describe.each(["v3", "v2"] as const)("helm_release of %s", (helm) => {
  const release = (body: string): Terraform => terraform(filesOf(body), { helm });
  it("refuses a name longer than Helm's 53 characters", async () => {
    const named = (length: number) => local.replace('"storage"', `"${"a".repeat(length)}"`);
    expect(await release(named(53)).validate()).toEqual([]);
    const [{ summary, detail }] = await release(named(54)).validate();
    expect(`${summary} ${detail}`).toMatch(/length.*53/);
  });

  it("imports what Helm stores, not where the chart came from", async () => {
    const repository = "https://charts.example.com";
    const body = `  name       = "driver"
  chart      = "driver"
  repository = "${repository}"
  version    = "2.7.0"
}

import {
  to = helm_release.this
  id = "default/driver"`;
    const driver = { name: "driver", chart: "driver", repository, version: "2.7.0" };
    const existing = { helm_release: [driver] };
    const change = (await terraform(filesOf(body), { helm, existing }).plan()).change(address);
    expect(change).toMatchObject({ action: "update", imports: true, replacedBy: [] });
    expect(change.before).toMatchObject({ repository: null, values: null });
  });
});

describe("helm_release", () => {
  const release = (body: string): Terraform => terraform(filesOf(body));

  it("refuses a name that is in use", async () => {
    const root = release(`${local}\n}\n\nresource "helm_release" "other" {\n${local}`);
    expect(await root.applyFails()).toContain("cannot re-use a name that is still in use");
  });

  it("accepts the version of its chart, with a v or without, and no other", async () => {
    const versioned = (version: string) => release(`${local}\n  version = "${version}"`);
    expect(planned(await versioned("v0.3.0").plan()).version).toBe("v0.3.0");
    expect(await versioned("0.4.0").planFails()).toContain(
      'The version in the configuration is "0.4.0" but the planned version is "0.3.0".',
    );
  });

  it("accepts an exact version of a repository's chart, and no range", async () => {
    const remote = (version: string) =>
      release(`name = "driver"
  repository = "https://charts.example.com"
  chart      = "driver"
  version    = "${version}"`);
    expect(planned(await remote("2.7.0").plan()).version).toBe("2.7.0");
    expect(await remote(">= 2.7").planFails()).toContain("Planned version is different");
  });

  it.each([
    { chart: '"./other"', text: 'Unable to locate chart ./other: path "./other" not found' },
    { chart: '"other"', text: "non-absolute URLs should be in form of repo_name/path_to_chart" },
    { chart: "terraform_data.later.id", text: "Unable to locate chart :" },
  ])("refuses a chart that is not there: $chart", async ({ chart, text }) => {
    expect(await release(local.replace('"./chart"', chart)).planFails()).toContain(text);
  });
});
