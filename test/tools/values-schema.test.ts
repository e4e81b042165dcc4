import { beforeAll, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { ofKind, render, type StorageRelease, storageRelease, withValues } from "./storage-release";

/** What the charts' schemas refuse, by the path of the value. Each path is required, too. */
const refused: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  efs: {
    "/chartDigest": ["", "0123", 5],
    "/annotations": [[], { owner: 5 }],
    "/mountOptions": [[""], [5], "noresvport"],
    "/storageClass": ["efs-sc"],
    "/storageClass/name": ["", "x".repeat(254), 5],
    "/storageClass/provisioner": ["", 5],
    "/storageClass/parameters": [[]],
    "/storageClass/parameters/directoryPerms": ["", []],
    "/storageClass/parameters/fileSystemId": ["", "my-file-system", 5],
    "/storageClass/parameters/provisioningMode": ["", []],
    "/storageClass/reclaimPolicy": ["", "Recycle", 5],
    "/storageClass/volumeBindingMode": ["", "Later", 5],
  },
  "s3-mountpoint": {
    "/chartDigest": ["", "0123", 5],
    "/storageClass": ["s3-mountpoint"],
    "/storageClass/name": ["", "x".repeat(254), 5],
    "/storageClass/provisioner": ["", 5],
    "/storageClass/reclaimPolicy": ["", "Recycle", 5],
    "/storageClass/volumeBindingMode": ["", "Later", 5],
    "/volumes": [64],
    "/keeper": [true],
    "/keeper/enabled": ["true"],
    "/keeper/image": ["", 5],
    "/keeper/schedule": ["", 5],
    "/volumes/accessModes": [
      [],
      "ReadWriteMany",
      ["ReadWriteOnce", "ReadWriteMany"],
      ["ReadWriteMany", "ReadOnlyMany"],
    ],
    "/volumes/csi": ["s3.csi.aws.com"],
    "/volumes/csi/driver": ["", 5],
    "/volumes/csi/volumeAttributes": [[], { bucketName: "my-bucket", cache: true }],
    "/volumes/csi/volumeAttributes/bucketName": ["", "ab", "x".repeat(256), 5],
    "/volumes/capacity": ["", "1", "1 PB", 5],
    "/volumes/count": [0, 1001, 1.5, "64"],
    "/volumes/mountOptions": [[], [""], [5], "allow-delete"],
    "/volumes/pool": ["", "my-pool", 5],
    "/volumes/install": ["", "my-install", 5],
  },
};

/** Where something that the schemas do not know is refused; "" is the top. */
const closed: Readonly<Record<string, readonly string[]>> = {
  efs: ["", "/storageClass"],
  "s3-mountpoint": ["", "/keeper", "/storageClass", "/volumes", "/volumes/csi"],
};

const cases = Object.entries(refused).map(([module, values]) => ({
  module,
  paths: Object.keys(values),
  wrong: Object.entries(values).flatMap(([path, each]) => each.map((value) => ({ path, value }))),
}));

describe.each(cases)("the chart of $module", ({ module, paths, wrong }) => {
  let release: StorageRelease;

  beforeAll(async () => {
    release = await storageRelease(module);
  });

  it("accepts the values that Terraform passes", async () => {
    expect(await render(release)).not.toEqual([]);
  });

  it.each(paths)("refuses values without %s", async (path) => {
    const [parent, name] = [path.slice(0, path.lastIndexOf("/")), path.split("/").at(-1)];

    await expect(renderWith(release, path, undefined)).rejects.toThrow(
      `at '${parent}': missing property '${name}'`,
    );
  });

  it.each(wrong)("refuses $value as $path", async ({ path, value }) => {
    await expect(renderWith(release, path, value)).rejects.toThrow(
      new RegExp(`- at '${path}(/\\w+)?': `),
    );
  });

  it.each(closed[module])("refuses something unknown in %s/", async (path) => {
    await expect(renderWith(release, `${path}/surprise`, true)).rejects.toThrow(
      `at '${path}': additional properties 'surprise' not allowed`,
    );
  });
});

describe("the chart of efs", () => {
  it("accepts further parameters of the class, which the driver reads", async () => {
    const efs = await storageRelease("efs");
    const [storageClass] = await renderWith(efs, "/storageClass/parameters/basePath", "/data");

    expect(storageClass.parameters.basePath).toBe("/data");
  });
});

describe("the chart of s3-mountpoint", () => {
  const readOnlyMany = /at '\/volumes\/mountOptions': no items match contains schema/;
  it.each([
    { options: ["read-only"], isAccepted: true },
    { options: ["allow-other", "--read-only"], isAccepted: true },
    { options: ["allow-delete"], isAccepted: false },
    { options: ["prefix read-only/"], isAccepted: false },
  ])("accepts ReadOnlyMany with $options: $isAccepted", async ({ options, isAccepted }) => {
    const volumes = { accessModes: ["ReadOnlyMany"], mountOptions: options };
    const rendered = render(withValues(await storageRelease("s3-mountpoint"), { volumes }));
    if (!isAccepted) return expect(rendered).rejects.toThrow(readOnlyMany);
    const [volume] = ofKind(await rendered, "PersistentVolume");
    expect(volume.spec).toMatchObject(volumes);
  });
});

/** Renders with one value replaced, or left out if undefined. */
function renderWith(release: StorageRelease, path: string, value: unknown) {
  const documents = release.values.map((yaml) => parseDocument(yaml));
  const keys = path.slice(1).split("/");
  if (value === undefined) {
    for (const document of documents.filter((each) => each.hasIn(keys))) document.deleteIn(keys);
  } else {
    documents.at(-1)?.setIn(keys, value);
  }
  return render({ ...release, values: documents.map(String) });
}
