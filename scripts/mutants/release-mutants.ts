import { type Mutant, mutant } from "./mutant";

const driverRelease = "csi/internal/driver-release.ts";
const storageRelease = "csi/internal/storage-release.ts";
const sameCluster = "csi/internal/same-cluster.ts";
const environment = "csi/environment-providers.ts";
const native = "test/modules/native.test.ts";
const providers = "test/csi/providers.test.ts";
const composition = "test/csi/composition.test.ts";
const environmentTest = "test/csi/environment-providers.test.ts";

/** Mistakes in how releases are installed, in what may stand beside what, and in the providers. */
export const releaseMutants: readonly Mutant[] = [
  mutant(driverRelease, native, "leaves a failed install", "atomic: true", "atomic: false"),
  mutant(driverRelease, native, "does not wait for pods", "wait: true", "wait: false"),
  mutant(
    driverRelease,
    native,
    "wants the namespace to be there",
    "createNamespace: true",
    "createNamespace: false",
  ),
  mutant(
    driverRelease,
    providers,
    "takes a second driver",
    "if (other !== undefined)",
    "if (false)",
  ),
  mutant(
    driverRelease,
    "test/csi/efs-csi.test.ts",
    "lays its own values over the caller's",
    "encoded.push(Fn.yamlencode(values.expression))",
    "encoded.unshift(Fn.yamlencode(values.expression))",
  ),
  mutant(storageRelease, native, "leaves a failed install", "atomic: true", "atomic: false"),
  mutant(storageRelease, native, "hangs on bound volumes", "wait: false", "wait: true"),
  mutant(
    storageRelease,
    "test/modules/changes.test.ts",
    "updates what is immutable",
    "Fn.jsonencode(storageClass.expression)",
    "className",
  ),
  mutant(
    storageRelease,
    "test/modules/names.test.ts",
    "cuts a name too late",
    "className, 0, 44",
    "className, 0, 45",
  ),
  mutant(storageRelease, "test/modules/names.test.ts", "leaves dots", '"-."', '"-"'),
  mutant(
    storageRelease,
    "test/modules/files.test.ts",
    "gives values of which a part is unknown",
    "values: Fn.compact(",
    "values: Fn.flatten(",
  ),
  mutant(
    storageRelease,
    "test/modules/files.test.ts",
    "does not see a changed chart",
    "chartDigest(chartFolder(options.chart))",
    '"0123456789abcdef"',
  ),
  mutant(
    "csi/internal/chart.ts",
    "test/csi/chart.test.ts",
    "does not see a renamed template",
    ".update(`${file}\\0`)",
    "",
  ),
  mutant(
    driverRelease,
    composition,
    "does not wait for what a driver needs",
    "dependsOn: options.dependsOn,",
    "",
  ),
  mutant(
    sameCluster,
    providers,
    "takes two clusters for one",
    "addressOf(one) === addressOf(other)",
    "true",
  ),
  mutant(
    sameCluster,
    providers,
    "takes the default provider by name for another cluster",
    '?? "helm"',
    '?? ""',
  ),
  mutant(
    storageRelease,
    composition,
    "takes a second class of a name",
    "if (other !== undefined)",
    "if (false)",
  ),
  mutant(
    storageRelease,
    composition,
    "refuses a class of the name on another cluster",
    " && sameCluster(release.provider, provider)",
    "",
  ),
  mutant(
    storageRelease,
    composition,
    "waits for addresses of another stack",
    "return resources.filter((resource) => TerraformStack.of(resource) === stack);",
    "return [...resources];",
  ),
  mutant(
    storageRelease,
    composition,
    "does not order the stacks",
    "stack.addDependency(TerraformStack.of(resource));",
    "continue;",
  ),
  mutant(
    storageRelease,
    composition,
    "takes a provider of another stack",
    "TerraformStack.of(provider) !== TerraformStack.of(scope)",
    "false",
  ),
  mutant(
    environment,
    environmentTest,
    "takes the place of another provider",
    " && chosen === this",
    "",
  ),
  mutant(environment, environmentTest, "declares what nothing uses", "isUsed && chosen", "chosen"),
  mutant(
    environment,
    environmentTest,
    "leaves the place to one of its own kind",
    "candidates.find((candidate) => !(candidate instanceof EnvironmentProvider)) ?? candidates[0]",
    "candidates[0]",
  ),
  mutant(
    environment,
    environmentTest,
    "takes one with an alias for the default",
    " && alias === undefined",
    "",
  ),
];
