import { join } from "node:path";
import { expect, it } from "vitest";
import * as csi from "../../csi";
import { readAssembly } from "../../scripts/build/assembly";

/** What a program can use. A name that goes, or is renamed, breaks programs. */
const exported = {
  classes: [
    "EfsCsi",
    "EfsCsiDriver",
    "EfsCsiIdentity",
    "EfsFileSystem",
    "EfsStorageClass",
    "EnvironmentProviders",
    "S3FilesCsi",
    "S3FilesCsiIdentity",
    "S3FilesFileSystem",
    "S3FilesStorageClass",
    "S3MountpointCsi",
    "S3MountpointCsiDriver",
    "S3MountpointCsiIdentity",
    "S3MountpointStorageClass",
  ],
  enums: [
    "EfsClientAccess",
    "EfsLifecycleTransition",
    "EfsThroughputMode",
    "EfsTransitionToPrimary",
    "ReclaimPolicy",
    "S3FilesImportTrigger",
    "S3MountpointAuthenticationSource",
    "S3MountpointCacheType",
  ],
  interfaces: [
    "AccessPointOptions",
    "DriverIdentityOptions",
    "EfsCsiDriverAttributes",
    "EfsCsiDriverOptions",
    "EfsCsiDriverProps",
    "EfsCsiIdentityProps",
    "EfsCsiProps",
    "EfsFileSystemAttributes",
    "EfsFileSystemOptions",
    "EfsFileSystemProps",
    "EfsStorageClassOptions",
    "EfsStorageClassProps",
    "IEfsCsiDriver",
    "IEfsFileSystem",
    "IS3FilesFileSystem",
    "IS3MountpointCsiDriver",
    "IStorageClass",
    "S3FilesCsiIdentityProps",
    "S3FilesCsiProps",
    "S3FilesFileSystemAttributes",
    "S3FilesFileSystemOptions",
    "S3FilesFileSystemProps",
    "S3FilesStorageClassOptions",
    "S3FilesStorageClassProps",
    "S3MountpointCache",
    "S3MountpointContainerResources",
    "S3MountpointCsiDriverAttributes",
    "S3MountpointCsiDriverOptions",
    "S3MountpointCsiDriverProps",
    "S3MountpointCsiIdentityProps",
    "S3MountpointCsiProps",
    "S3MountpointStorageClassOptions",
    "S3MountpointStorageClassProps",
    "S3MountpointVolumeOptions",
  ],
};

it("exports these classes and enums to TypeScript, and nothing else that exists at run time", () => {
  expect(Object.keys(csi).sort()).toEqual([...exported.classes, ...exported.enums].sort());
});

it.each(["class", "enum", "interface"] as const)("exports each %s to every language", (kind) => {
  const types = Object.values(readAssembly(join(__dirname, "..", "..")).types ?? {});
  const names = types.filter((type) => type.kind === kind).map(({ name }) => name);
  const expected = {
    class: exported.classes,
    enum: exported.enums,
    interface: exported.interfaces,
  }[kind];
  expect(names.sort()).toEqual(expected);
});
