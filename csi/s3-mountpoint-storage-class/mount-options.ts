import {
  Fn,
  FOR_EXPRESSION_VALUE,
  forExpression,
  type IResolvable,
  Op,
  ref,
  TerraformLocal,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { argument } from "../internal/argument";
import { choice } from "../internal/choice";
import { hclComment } from "../internal/hcl-comment";
import { isUnknown } from "../internal/lists";
import { nearest } from "../internal/nearest";
import { nonNull } from "../internal/non-null-entries";
import type { Rule } from "../internal/rule-kinds";
import {
  excludedMountOptions,
  MOUNTPOINT_VERSION,
  mountOptionValues,
  neededMountOptions,
  PREFIX,
  refusedMountOptions,
} from "./mount-option-table";

/**
 * What is not an option's name: the driver splits an item at its first space or "=".
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/pkg/mountpoint/args.go
 */
const NOT_THE_NAME = "^-+|[ =].*";

/** A key prefix. */
export const keyPrefix: Rule = {
  kind: "matches",
  pattern: `^${PREFIX}$`,
  must: "must end with / and not begin with it, such as team-a/",
};

const names = Object.keys(mountOptionValues);
const [flags, valued] = [true, false].map((isFlag) =>
  names.filter((name) => (mountOptionValues[name] === null) === isFlag),
);

/** What the caller's mount options must be. */
export const mountOptionRules: readonly Rule[] = [
  {
    kind: "eachMatches",
    pattern: `^(--)?(${[flags.join("|"), ...valuedForms()].join("|")})$`,
    must: `must hold one option of Mountpoint ${MOUNTPOINT_VERSION} an item, by its long name and with a value of its kind, such as allow-root, uid 1000, dir-mode 0755 or prefix logs/, and none of those that the driver sets`,
    hint,
  },
  { kind: "distinct", ignoring: NOT_THE_NAME, must: "must hold each option once" },
  ...Object.entries(excludedMountOptions).map(
    ([name, others]): Rule => ({
      kind: "itemExcludes",
      pattern: itemPattern(name),
      companion: itemPattern(...others),
      must: `must not hold ${name} together with ${others.join(" or ")}: leave one of them out`,
    }),
  ),
  ...Object.entries(neededMountOptions).map(
    ([name, needed]): Rule => ({
      kind: "itemNeeds",
      pattern: itemPattern(name),
      companion: itemPattern(needed),
      must: `must hold ${needed} where it holds ${name}: add it, or leave ${name} out`,
    }),
  ),
];

/** Items that are one of these options, or have the value that is given with it. */
function itemPattern(...options: string[]): string {
  return `^(--)?(${options.join("|").replace(" ", "[ =]")})([ =:]|$)`;
}

/** The forms of the options that have a value: those of the same kind together. */
function valuedForms(): string[] {
  const patterns = [...new Set(valued.map((name) => mountOptionValues[name]))];
  return patterns.map((pattern) => {
    const alike = valued.filter((name) => mountOptionValues[name] === pattern);
    return `${alike.length > 1 ? `(${alike.join("|")})` : alike[0]}[ =]${pattern}`;
  });
}

function hint(option: string): string {
  const name = nameOf(option);
  if (name in refusedMountOptions) return ` Leave ${name} out: ${refusedMountOptions[name]}.`;
  if (name in mountOptionValues) {
    return ` The value of ${name} is ${mountOptionValues[name] ?? "none"}.`;
  }
  const meant = nearest(name, names);
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
}

function nameOf(option: string): string {
  return option.replace(new RegExp(NOT_THE_NAME, "g"), "");
}

/** What decides about the mount options of a class. */
export interface MountOptionsInput {
  readonly awsRegion: string;
  readonly mountOptions?: string[];
  readonly prefix?: string;
  readonly readOnly?: boolean;
}

/**
 * The mount options of a class, sorted: what any user of a pod needs to read,
 * and to write, overwrite and delete where the class writes; the caller's in
 * place of ours of the same name.
 */
export function mountOptions(scope: Construct, input: MountOptionsInput): string[] {
  const { awsRegion, mountOptions: options = [], prefix, readOnly = false } = input;
  const isKnown = !isUnknown(options) && ![prefix, readOnly].some(Token.isUnresolved);
  const given = byName(scope, options);
  const unlessReadOnly = (option: string) => choice(readOnly, undefined, option);
  const own = {
    "allow-delete": unlessReadOnly("allow-delete"),
    "allow-other": choice(has(given, "allow-root"), undefined, "allow-other"),
    "allow-overwrite": unlessReadOnly("allow-overwrite"),
    "dir-mode": "dir-mode 0777",
    "file-mode": "file-mode 0666",
    prefix: prefix && choice(isNull(prefix), undefined, `prefix ${prefix}`),
    "read-only": choice(readOnly, "read-only", undefined),
    region: `region ${awsRegion}`,
  };
  if (!isKnown) {
    return Fn.values(Fn.merge([nonNull(own), given]));
  }
  const all: Record<string, unknown> = { ...own, ...given };
  return Object.keys(all)
    .sort()
    .flatMap((name) => (all[name] as string) ?? []);
}

/** The caller's options by their names. */
function byName(scope: Construct, options: string[]): Record<string, string> | IResolvable {
  if (!isUnknown(options)) {
    return Object.fromEntries(options.map((option) => [nameOf(option), option]));
  }
  const name = Fn.replace(Token.asString(FOR_EXPRESSION_VALUE), `/${NOT_THE_NAME}/`, "");
  const local = new TerraformLocal(
    scope,
    "mount_options",
    forExpression(argument(options), FOR_EXPRESSION_VALUE, name),
  );
  hclComment(local, "By their names: each stands in place of ours of the same name.");
  return local.expression;
}

function has(given: Record<string, string> | IResolvable, name: string): boolean | IResolvable {
  return Token.isUnresolved(given) ? Fn.contains(Fn.keys(given), name) : name in given;
}

function isNull(value: string): boolean | IResolvable {
  return Token.isUnresolved(value) ? Op.eq(argument(value), ref("null")) : false;
}
