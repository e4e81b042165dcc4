import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  EfsCsiDriver,
  EfsFileSystem,
  EfsStorageClass,
  EnvironmentProviders,
  S3MountpointCsiDriver,
  S3MountpointStorageClass,
} from "../../csi";
import { CHART_PATH } from "../../csi/internal/chart";
import { valueAt } from "../../scripts/generate/module";
import { efsFileSystem, make, s3 } from "../csi/props";
import { withoutHash } from "../csi/synth";
import { offline, terraform } from "../terraform/terraform";
import { contracts } from "./contracts";

/** The files of a program's one stack. */
function program(build: (stack: TerraformStack) => void) {
  const app = Testing.app();
  app.node.setContext(CHART_PATH, (chart: string) => `./modules/csi/${chart}/chart`);
  const stack = new TerraformStack(app, "stack");
  new EnvironmentProviders(stack, "providers");
  build(stack);
  return { "cdk.tf.json": Testing.synth(stack) };
}

describe.runIf(offline)("a program", () => {
  it("is valid where Terraform learns every input later", async () => {
    const files = program((stack) => {
      for (const { name, inputs } of contracts) {
        const own = inputs.filter(({ of }) => of === undefined);
        const later = own.map(({ prop, type }) => {
          const { friendlyUniqueId } = new TerraformVariable(stack, `${name}-${prop}`, {});
          return [prop, valueAt(stack, `var.${friendlyUniqueId}`, type)];
        });
        make(name, new Construct(stack, name), Object.fromEntries(later));
      }
    });
    expect(await terraform(files).validate()).toEqual([]);
  });

  it.each(["knows", "learns later"])("means its texts where it %s the others", async (when) => {
    const hostile = '"quoted" \\ ${HOME} %{if} $${x}\n\ttext $';
    const files = program((stack) => {
      const value = (text: string) =>
        when === "knows" ? text : new TerraformVariable(stack, text, { default: text }).stringValue;
      const clusterName = value("prod");
      const driver = new EfsCsiDriver(stack, "driver", {
        clusterName,
        values: [JSON.stringify({ [value("own")]: `${hostile}${value("text")}` })],
      });
      const fileSystem = new EfsFileSystem(stack, "files", {
        ...efsFileSystem,
        clusterName,
        tags: { [`kubernetes.io/cluster/${value("other")}`]: "shared" },
      });
      new EfsStorageClass(stack, "class", {
        driver,
        fileSystem,
        provisionerSecretName: value("secret"),
        provisionerSecretNamespace: "kube-system",
        subPathPattern: "${.PVC.name}",
        annotations: { [`example.com/${value("key")}`]: `${hostile}${value("annotation")}` },
      });
      new S3MountpointStorageClass(stack, "s3", {
        ...s3,
        driver: S3MountpointCsiDriver.fromInstalled(stack, "s3-driver"),
        mountOptions: [value("allow-root"), "uid 7"],
        prefix: `${value("logs")}/`,
      });
    });
    const { resources } = await terraform(files).apply();
    const of = (id: string) => {
      const [, values = {}] =
        [...resources].find(([it]) => withoutHash(it).endsWith(`.${id}`)) ?? [];
      return values;
    };
    const valuesOf = (id: string) => parse((of(id).values as string[])[0] ?? "");
    const [, , own] = of("driver").values as string[];
    expect(parse(own)).toEqual({ own: `${hostile}text` });
    expect(of("files").tags).toMatchObject({ "kubernetes.io/cluster/other": "shared" });
    expect(valuesOf("class")).toMatchObject({
      annotations: { "example.com/key": `${hostile}annotation` },
      storageClass: { parameters: { subPathPattern: "${.PVC.name}" } },
    });
    expect(valuesOf("s3").volumes.mountOptions).toEqual([
      "allow-delete",
      "allow-overwrite",
      "allow-root",
      "dir-mode 0777",
      "file-mode 0666",
      "prefix logs/",
      "region us-west-2",
      "uid 7",
    ]);
  });
});
