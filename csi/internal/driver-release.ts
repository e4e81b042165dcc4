import {
  Fn,
  FOR_EXPRESSION_VALUE,
  forExpression,
  type ITerraformDependable,
  type TerraformProvider,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { argument, literal } from "./argument";
import { choice } from "./choice";
import { validateOnlyRelease } from "./cluster-validations";
import { dependenciesOf } from "./dependencies";
import { hclComment } from "./hcl-comment";
import { Release } from "./resources";
import type { Rule } from "./rule-kinds";

/**
 * What sets the Helm release of one driver apart from another's.
 */
export interface DriverReleaseOptions {
  /** Name of the chart, and of its release. */
  readonly chart: string;
  /** Address of a chart repository that has the chart, or path of the chart itself. */
  readonly repository: string;
  /** Exact version of the chart; a chart at a path has its own. */
  readonly version: string;
  /** Namespace of the driver's service accounts and pods. */
  readonly namespace: string;
  /** Seconds that an install or upgrade may take. */
  readonly timeout: number;
  /** Why as long. */
  readonly timeoutComment: string;
  /** Values of the chart that the driver needs; its own if omitted. */
  readonly ownValues?: object;
  /** Further values, each laid over those. */
  readonly optionalValues?: readonly OptionalValues[];
  /** YAML documents of the caller, laid over all of these. */
  readonly values?: string[];
  /** What must exist before the driver's pods start. */
  readonly dependsOn?: ITerraformDependable[];
  /** Provider of the release; the stack's default one if omitted. */
  readonly provider?: TerraformProvider;
}

/** Values of a chart that are there where what they are about is given. */
export interface OptionalValues {
  readonly about?: string;
  readonly values: (given: string) => object;
}

/** Where a chart is fetched from: what has a scheme is a repository, all else a path. */
const remote = "^(https|oci)://";

/** Whether a chart is fetched from a repository, as far as a program can know; by its version then. */
export function isRemote(repository: string): boolean {
  return !Token.isUnresolved(repository) && new RegExp(remote).test(repository);
}

/** Where a driver's chart may come from. */
export const chartRepository: Rule = {
  kind: "matches",
  pattern: "^((https|oci)://[!-~]+|\\.{0,2}/[!-~]+)$",
  must: "must be the address of a chart repository, such as https://charts.example.com or oci://registry.example.com/charts, or the path of the chart, such as ./charts/driver",
};

/** YAML documents as `helm_release` takes them. */
export const chartValues: Rule = {
  kind: "eachYamlMapping",
  must: "must hold YAML documents that are mappings, such as yamlencode({ tolerations = [] })",
};

/** Seconds that Helm waits: a day at most. */
export const timeoutSeconds: Rule = {
  kind: "integerBetween",
  min: 60,
  max: 86400,
  must: "must be a whole number of seconds from 60 to 86400",
};

/** An IAM role that a service account is annotated with. */
export const roleArn: Rule = {
  kind: "matches",
  pattern: "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@/-]+$",
  must: "must be the ARN of an IAM role such as arn:aws:iam::123456789012:role/storage",
};

/**
 * Installs a CSI driver from its own chart, as the release named like the chart.
 */
export function driverRelease(driver: Construct, options: DriverReleaseOptions): Release {
  const release = new Release(driver, "Resource", {
    name: options.chart,
    ...chartSource(options),
    namespace: options.namespace,
    createNamespace: true,
    atomic: true,
    wait: true,
    timeout: options.timeout,
    maxHistory: 10,
    values: encodedValues(options),
    dependsOn: options.dependsOn && dependenciesOf(driver, options.dependsOn),
    provider: options.provider,
  });
  hclComment(
    release,
    "A failed install is rolled back, so that the next apply does not find its name in use.",
    "atomic",
  );
  hclComment(release, options.timeoutComment, "timeout");
  validateOnlyRelease(driver, options.chart, release);
  return release;
}

/** The chart, where it comes from, and its version: a chart at a path is called by it, and has its own version. */
function chartSource({ chart, repository, version }: DriverReleaseOptions) {
  if (!Token.isUnresolved(repository)) {
    return isRemote(repository) ? { chart, repository, version } : { chart: repository };
  }
  const hasScheme = Fn.can(Fn.regex(remote, argument(repository)));
  const unlessPath = (value: string) => choice<string | undefined>(hasScheme, value, undefined);
  return {
    chart: choice(hasScheme, chart, repository),
    repository: unlessPath(repository),
    version: unlessPath(version),
  };
}

/** All values as YAML documents: never null, so that what leaves all out differs from no other that does. */
function encodedValues({
  ownValues,
  optionalValues = [],
  values = [],
}: DriverReleaseOptions): string[] {
  const own = ownValues === undefined ? [] : [Fn.yamlencode(ownValues)];
  const lists = [own, ...optionalValues.map(documentIfGiven), values];
  if (!lists.some(Token.isUnresolved)) return lists.flat().map(literal);
  const given = lists.filter((list) => Token.isUnresolved(list) || list.length > 0);
  return Fn.concat(given.map(argument));
}

function documentIfGiven({ about, values }: OptionalValues): string[] {
  if (about === undefined) return [];
  if (!Token.isUnresolved(about)) return [Fn.yamlencode(argument(values(about)))];
  const document = Fn.yamlencode(argument(values(Token.asString(FOR_EXPRESSION_VALUE))));
  return Token.asList(forExpression(Fn.compact(argument([about])), document));
}

/** The values that give a chart's service account a role, by the annotation that EKS reads. */
export function serviceAccount(roleArn: string): object {
  return { serviceAccount: { annotations: { "eks.amazonaws.com/role-arn": roleArn } } };
}
