import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Files, offline, type Plan, type State, terraform } from "../terraform/terraform";
import { examples, existing } from "./example";

const folder = join(examples, "adopt-existing");
const common = {
  region: "us-west-2",
  cluster_name: "prod",
  security_group_id: "sg-0a1b2c3d4e5f60718",
};
const subnets = { a: "subnet-0a1b2c3d4e5f60718", b: "subnet-1a2b3c4d5e6f70819" };

const moved = {
  fileSystem: "module.efs.aws_efs_file_system.this",
  firstTarget: "module.efs.aws_efs_mount_target.this[0]",
  secondTarget: "module.efs.aws_efs_mount_target.this[1]",
  backups: "module.efs.aws_efs_backup_policy.this",
  policy: "module.efs.aws_efs_file_system_policy.this",
  driver: "module.efs.helm_release.driver",
};

/** What either way comes to: nothing is replaced or deleted. */
const expected = {
  [moved.fileSystem]: "update",
  [moved.policy]: "update",
  [moved.driver]: "update",
  "module.efs.helm_release.storage_class": "create",
};

/** A call of the part, with what the file system has. */
const PART = `module "state" {
  source = "./modules/csi/efs-file-system"

  aws_region         = var.region
  cluster_name       = var.cluster_name
  subnet_ids         = { 0 = var.subnet_ids["a"], 1 = var.subnet_ids["b"] }
  security_group_ids = [var.security_group_id]
  throughput_mode    = "bursting"
  transition_to_ia   = "AFTER_30_DAYS"
  tags               = { team = "graph" }
}
`;

/** The files of a configuration after edits of its main.tf, each of which must change it. */
function edited(name: string, ...edits: readonly (readonly [what: RegExp, by: string])[]): Files {
  const read = (file: string) =>
    readFileSync(join(folder, name, file), "utf8").replaceAll("../../../modules/", "./modules/");
  const main = edits.reduce((text, [what, by]) => {
    expect(text).toMatch(what);
    return text.replace(what, by);
  }, read("main.tf"));
  return { "main.tf": main, "variables.tf": read("variables.tf") };
}

/** What is there stays, but for what lets clients in without TLS. */
function changesNothingElse(plan: Plan): void {
  expect(plan.warnings).toEqual([]);
  expect(plan.actions).toEqual(expected);
  for (const address of [moved.firstTarget, moved.secondTarget, moved.backups]) {
    expect(plan.change(address).action).toBe("no-op");
  }
  const { before, after } = plan.change(moved.policy);
  expect(before?.policy).not.toContain("aws:SecureTransport");
  expect(after?.policy).toContain("aws:SecureTransport");
}

describe.each(["adopt-existing/before", "adopt-existing", "adopt-imported"])(
  "examples/hcl/%s",
  (name) => {
    it("is valid, without a warning", async () => {
      const root = terraform(join(examples, name));
      expect(await root.validate()).toEqual([]);
    });
  },
);

describe.runIf(offline)("what one configuration wrote by hand, moved into the module", () => {
  const options = {
    vars: { ...common, subnet_ids: subnets },
    existing: existing(common.region),
  };
  const before = terraform(join(folder, "before"), options);
  const after = before.edited(folder);
  let old: State;
  let plan: Plan;

  beforeAll(async () => {
    old = await before.apply();
    plan = await after.plan();
  });

  /** What another value of the file system's arguments a plan says. */
  function changed({ changes }: Plan, address: string) {
    const { before: was, after: is } = changes.get(address) ?? {};
    const names = Object.keys(is ?? {}).filter(
      (name) => JSON.stringify(is?.[name]) !== JSON.stringify(was?.[name]),
    );
    return Object.fromEntries(names.map((name) => [name, is?.[name]]));
  }

  const tags = { Name: "prod", "kubernetes.io/cluster/prod": "shared" };

  it("changes the file system's throughput, tags, lifecycle and policy, and nothing else of what is there", () => {
    changesNothingElse(plan);
    expect(changed(plan, moved.fileSystem)).toEqual({
      lifecycle_policy: [],
      tags,
      tags_all: tags,
      throughput_mode: "elastic",
    });
  });

  it("keeps the throughput, tags and lifecycle that the part is told", async () => {
    const part = edited(
      ".",
      [/^module [\s\S]*?^\}\n/m, PART],
      [/^moved \{[^}]*helm_release[^}]*\}\n/m, ""],
      [/module\.efs\./g, "module.state."],
      [/this\[(\d)\]/g, 'this["$1"]'],
    );
    const found = await before.edited(part).plan();
    const all = { ...tags, team: "graph" };
    expect(changed(found, "module.state.aws_efs_file_system.this")).toEqual({
      tags: all,
      tags_all: all,
    });
  });

  it("upgrades the driver's release by name, in its namespace, to the same chart", () => {
    const { name, namespace, chart, version } = old.values("helm_release.efs_csi_driver");
    expect(plan.after(moved.driver)).toMatchObject({ name, namespace, chart, version });
  });

  it("makes a new class from the same file system, under its old name", async () => {
    const state = await after.apply();
    const { id } = old.values("aws_efs_file_system.shared");
    expect(state.outputs).toEqual({ file_system_id: id, storage_class_name: "efs-sc" });
    const [values] = state.values("module.efs.helm_release.storage_class").values;
    expect(values).toContain(`"fileSystemId": "${id}"`);
    expect(old.values("helm_release.efs_csi_driver").values[0]).toContain('"name": "efs-sc"');
    expect((await after.plan()).isEmpty).toBe(true);
  });

  it("would replace the file system, its backup policy and its policy if they were not moved", async () => {
    const unmoved = terraform(join(folder, "before"), options);
    await unmoved.apply();
    const callOnly = edited(".", [/^moved \{[^}]*\}\n/gm, ""]);
    const { actions } = await unmoved.edited(callOnly).plan();
    for (const address of [moved.fileSystem, moved.backups, moved.policy]) {
      const [type] = address.split(".").slice(2);
      expect(actions[`${type}.shared`]).toBe("delete");
      expect(actions[address]).toBe("create");
    }
  });

  it("would be lost where it was not encrypted; policies that were not there are made", async () => {
    const plain = edited(
      "before",
      [/encrypted( +)= true/, "encrypted$1= false"],
      [/^resource "aws_efs_(backup|file_system)_policy" [\s\S]*?^\}\n/gm, ""],
    );
    const root = terraform(plain, options);
    await root.apply();
    const { actions } = await root.edited(folder).plan();
    expect(actions).toMatchObject({
      [moved.fileSystem]: "replace",
      [moved.backups]: "create",
      [moved.policy]: "create",
    });
  });
});

describe.runIf(offline)("what was made elsewhere, imported into the module", () => {
  const fileSystem = "fs-0a1b2c3d4e5f60718";
  const { region } = common;
  const of = { region, file_system_id: fileSystem };
  const targets = Object.values(subnets).map((subnet, index) => ({
    id: `fsmt-${index}a1b2c3d4e5f60718`,
    subnet_id: subnet,
  }));
  const root = terraform(join(examples, "adopt-imported"), {
    vars: { ...common, file_system_id: fileSystem, mount_targets: targets },
    existing: {
      ...existing(region),
      aws_efs_file_system: [{ id: fileSystem, region, creation_token: "console", encrypted: true }],
      aws_efs_backup_policy: [{ ...of, backup_policy: [{ status: "ENABLED" }] }],
      aws_efs_file_system_policy: [{ ...of, policy: '{"Version":"2012-10-17","Statement":[]}' }],
      aws_efs_mount_target: targets.map((target) => ({
        ...target,
        ...of,
        security_groups: [common.security_group_id],
      })),
      helm_release: [
        {
          name: "aws-efs-csi-driver",
          namespace: "kube-system",
          repository: "https://kubernetes-sigs.github.io/aws-efs-csi-driver",
          chart: "aws-efs-csi-driver",
          version: "2.4.5",
        },
      ],
    },
  });
  let plan: Plan;

  beforeAll(async () => {
    plan = await root.plan();
  });

  it("takes over the file system, its mount targets, its policies and the driver's release", () => {
    const imported = [...plan.changes.values()].filter(({ imports }) => imports);
    expect(imported.map(({ address }) => address).sort()).toEqual(Object.values(moved).sort());
    for (const [index, { id }] of targets.entries()) {
      expect(plan.change(`module.efs.aws_efs_mount_target.this[${index}]`).before?.id).toBe(id);
    }
  });

  it("changes nothing else of what is there", () => {
    changesNothingElse(plan);
  });

  it("has nothing left to do after an apply", async () => {
    expect((await root.apply()).outputs.file_system_id).toBe(fileSystem);
    expect((await root.plan()).isEmpty).toBe(true);
  });
});
