import { expect, it } from "vitest";
import * as csi from "../../csi";
import { readAssembly } from "../../scripts/build/assembly";

/** What a program can use. A name that goes, or is renamed, breaks programs. */
const exported = {
  classes: [
    "EfsCsi",
    "EfsCsiDriver",
    "EfsFileSystem",
    "EfsStorageClass",
    "EnvironmentProviders",
    "S3MountpointCsi",
    "S3MountpointCsiDriver",
    "S3MountpointStorageClass",
  ],
  interfaces: [
    "EfsCsiDriverProps",
    "EfsCsiProps",
    "EfsFileSystemProps",
    "EfsStorageClassOptions",
    "EfsStorageClassProps",
    "S3MountpointCsiDriverProps",
    "S3MountpointCsiProps",
    "S3MountpointStorageClassOptions",
    "S3MountpointStorageClassProps",
  ],
};

it("exports these classes to TypeScript, and nothing else that exists at run time", () => {
  expect(Object.keys(csi).sort()).toEqual(exported.classes);
});

it.each(["class", "interface"] as const)("exports each %s to every language", (kind) => {
  const types = Object.values(readAssembly().types ?? {});
  const names = types.filter((type) => type.kind === kind).map(({ name }) => name);
  const expected = { class: exported.classes, interface: exported.interfaces }[kind];
  expect(names.sort()).toEqual(expected);
});
