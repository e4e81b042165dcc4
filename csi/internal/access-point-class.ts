import { Fn, type ITerraformDependable, Token } from "cdktf";
import type { Construct } from "constructs";
import type { AccessPointOptions } from "../access-point-options";
import type { IEfsCsiDriver } from "../efs-driver/efs-csi-driver";
import { ReclaimPolicy } from "../reclaim-policy";
import { argument, literal } from "./argument";
import { nonNull } from "./non-null-entries";
import type { Release } from "./resources";
import type { Rule, Rules } from "./rule-kinds";
import { labelValues, qualifiedKeys } from "./shared-rules";
import { storageClassLocal, storageRelease } from "./storage-release";

/** A user or a group that is not root, whom the file system's policy admits to no access point. */
const posixId: Rule = {
  kind: "integerBetween",
  min: 1,
  max: 4294967295,
  must: "must be a whole number from 1 to 4294967295: the policy of the file system admits nobody as root",
};

/** The rules of what may be chosen of every class whose claims become access points. */
export const accessPointRules: Rules<AccessPointOptions> = {
  directoryPerms: [
    {
      kind: "matches",
      pattern: "^[0-7]?[1357][0-7]{2}$",
      must: "must be three or four octal digits that let the owner enter, such as 700",
    },
  ],
  uid: [posixId],
  gid: [
    posixId,
    { kind: "together", other: "uid", must: "must be given together with `uid`, or neither" },
  ],
  gidRangeStart: [posixId],
  gidRangeEnd: [
    posixId,
    {
      kind: "together",
      other: "gidRangeStart",
      must: "must be given together with the range's start, or neither",
    },
    {
      kind: "greaterThan",
      other: "gidRangeStart",
      must: "must be greater than the range's start",
    },
  ],
  basePath: [
    {
      kind: "matches",
      pattern: "^(/[A-Za-z0-9_-][A-Za-z0-9_.-]*){1,3}$",
      maxLength: 59,
      must: "must be an absolute path such as /data: at most three directories and 59 characters, of letters, digits, dots, hyphens and underscores",
    },
  ],
  subPathPattern: [
    {
      kind: "matches",
      pattern:
        "^([A-Za-z0-9_-]|[$][{][.](PVC[.](name|namespace)|PV[.]name)[}])([A-Za-z0-9_./-]|[$][{][.](PVC[.](name|namespace)|PV[.]name)[}])*$",
      must: "must be a relative path of letters, digits, hyphens, underscores, dots and the variables .PVC.name, .PVC.namespace and .PV.name",
    },
  ],
  ensureUniqueDirectory: [
    {
      kind: "needs",
      other: "subPathPattern",
      must: "must be given together with the pattern of the directory's name",
    },
  ],
  reclaimPolicy: [
    {
      kind: "oneOf",
      values: Object.values(ReclaimPolicy),
      must: "must be Delete or Retain",
    },
  ],
  mountOptions: [
    {
      kind: "eachMatches",
      // No quote, backslash or brace, by their codes: checkov does not read them in a message.
      pattern: "^[a-z][a-z0-9_-]*(=[^\\s,\\x22\\x5c\\x7b]+)?$",
      must: "must hold one option of the EFS mount helper an item, such as noresvport or rsize=1048576",
    },
  ],
  isDefaultClass: [],
  labels: [qualifiedKeys, labelValues],
  annotations: [qualifiedKeys],
};

/** What sets a class whose claims become access points apart from another. */
export interface AccessPointClass {
  /** Name of the class. */
  readonly name: string;
  /** How the driver makes its volumes. */
  readonly provisioningMode: "efs-ap" | "s3files-ap";
  readonly driver: IEfsCsiDriver;
  readonly fileSystem: {
    readonly fileSystemId: string;
    readonly dependables: readonly ITerraformDependable[];
  };
  /** Parameters that the driver knows for this mode alone. */
  readonly parameters?: Readonly<Record<string, string | undefined>>;
}

/** Installs a class whose every claim becomes an access point. */
export function accessPointClass(
  scope: Construct,
  options: AccessPointOptions,
  of: AccessPointClass,
): Release {
  return storageRelease(scope, {
    chart: "efs-storage-class",
    className: of.name,
    driver: of.driver,
    storageClass: storageClassLocal(scope, {
      name: of.name,
      provisioner: "efs.csi.aws.com",
      parameters: parametersOf(options, of),
      reclaimPolicy: options.reclaimPolicy ?? ReclaimPolicy.DELETE,
      volumeBindingMode: "Immediate",
    }),
    values: {
      annotations: options.annotations ?? {},
      isDefaultClass: options.isDefaultClass ?? false,
      labels: options.labels ?? {},
      mountOptions: options.mountOptions ?? [],
    },
    dependsOn: [...of.driver.dependables, ...of.fileSystem.dependables],
  });
}

/** The class's parameters, all of which the driver takes as text. */
function parametersOf(
  options: AccessPointOptions,
  { fileSystem, provisioningMode, parameters = {} }: AccessPointClass,
): Record<string, unknown> {
  const own = {
    directoryPerms: options.directoryPerms ?? "700",
    fileSystemId: fileSystem.fileSystemId,
    provisioningMode,
  };
  const further = nonNull({
    ...parameters,
    basePath: options.basePath,
    ensureUniqueDirectory: text(options.ensureUniqueDirectory),
    gid: text(options.gid),
    gidRangeEnd: text(options.gidRangeEnd),
    gidRangeStart: text(options.gidRangeStart),
    subPathPattern: options.subPathPattern,
    uid: text(options.uid),
  });
  if (Token.isUnresolved(further)) return Fn.merge([argument(own), further]);
  const known = Object.entries(further).map(([name, value]) => [name, literal(String(value))]);
  return { ...own, ...Object.fromEntries(known) };
}

/** A number or a choice as the driver reads it. */
export function text(value: number | boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  return Token.isUnresolved(value) ? Fn.tostring(value) : String(value);
}
