import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { decide, decideByResource, type Request } from "../examples/iam";
import { offline, type Plan, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";

const account = "123456789012";

/** What a request is for, by its action, its resource, and condition keys. */
type Cases = Readonly<Record<string, readonly [string, string, Request["context"]?]>>;

/** A call of a module, and what its policy allows and denies. */
interface Policy {
  readonly of: string;
  readonly module: string;
  readonly inputs: object;
  readonly allowed: Cases;
  readonly denied: Cases;
}

/** The tag that the module efs-driver has the driver of a cluster put on its access points. */
async function clusterTag(cluster_name: string): Promise<[key: string, value: string]> {
  const plan = await terraform(callsOf("efs-driver", { it: { cluster_name } })).plan();
  const { values } = plan.after("module.it.helm_release.this");
  const tags = values.map((document: string) => parse(document).controller?.tags ?? {});
  const [tag, ...others] = Object.entries<string>(Object.assign({}, ...tags));
  expect(others).toEqual([]);
  return tag;
}

const policiesIn = (partition: string, region: string): readonly Policy[] =>
  parse(
    readFileSync(join(__dirname, "policies.yaml"), "utf8")
      .replaceAll("PARTITION", partition)
      .replaceAll("REGION", region),
  );

describe.runIf(offline).each([
  { partition: "aws", region: "us-west-2" },
  { partition: "aws-cn", region: "cn-north-1" },
  { partition: "aws-us-gov", region: "us-gov-west-1" },
])("in $region", ({ partition, region }) => {
  const cluster_arn = `arn:${partition}:eks:${region}:${account}:cluster/prod`;
  const policies = policiesIn(partition, region).map((row, index) => ({
    ...row,
    call: `it_${index}`,
  }));
  let plan: Plan;

  let tags: Record<string, string>;

  beforeAll(async () => {
    const calls = policies.map(({ module, call, inputs }) =>
      callsOf(module, { [call]: { cluster_arn, ...inputs } }),
    );
    plan = await terraform(Object.assign({}, ...calls)).plan();
    const [[CLUSTER_TAG, OWN], [, OTHER]] = await Promise.all(["prod", "dev"].map(clusterTag));
    tags = { CLUSTER_TAG, OWN, OTHER };
  });

  describe.each(policies)("the policy of $module for $of", (policy) => {
    const decision = (request: Cases[string]) => {
      const [action, resource, context]: Cases[string] = JSON.parse(
        JSON.stringify(request).replace(/\b(CLUSTER_TAG|OWN|OTHER)\b/g, (name) => tags[name]),
      );
      return decide(plan.after(`module.${policy.call}.aws_iam_role_policy.this[0]`).policy, {
        action,
        resource,
        context: {
          ...(action.startsWith("kms:") ? {} : { "aws:ResourceAccount": account }),
          ...context,
        },
      });
    };

    it.each(Object.entries(policy.allowed))("lets the driver %s", async (_, request) =>
      expect(await decision(request)).toBe("Allowed"),
    );

    it.each(Object.entries(policy.denied))("does not let it %s", async (_, request) =>
      expect(await decision(request)).toBe("ImplicitlyDenied"),
    );
  });
});

describe.runIf(offline).each([
  { module: "efs-driver-identity", serviceAccount: "efs-csi-controller-sa" },
  { module: "s3-mountpoint-driver-identity", serviceAccount: "s3-csi-driver-sa" },
])("the role of $module", ({ module, serviceAccount }) => {
  let trust: string;
  const tags = {
    "aws:RequestTag/eks-cluster-arn": `arn:aws:eks:us-west-2:${account}:cluster/prod`,
    "aws:RequestTag/kubernetes-namespace": "kube-system",
    "aws:RequestTag/kubernetes-service-account": serviceAccount,
  };
  const take = (context: Record<string, string>, service = "pods.eks.amazonaws.com") =>
    Promise.all(
      ["sts:AssumeRole", "sts:TagSession"].map((action) =>
        decideByResource(
          trust,
          { action, resource: `arn:aws:iam::${account}:role/driver`, context },
          service,
        ),
      ),
    );

  beforeAll(async () => {
    const plan = await terraform(callsOf(module, { it: {} })).plan();
    trust = plan.after("module.it.aws_iam_role.this[0]").assume_role_policy;
    expect(plan.after("module.it.aws_eks_pod_identity_association.this[0]")).toMatchObject({
      region: "us-west-2",
      cluster_name: "prod",
      namespace: "kube-system",
      service_account: serviceAccount,
    });
    expect(plan.after("module.it.time_sleep.this[0]").create_duration).toBe("30s");
  });

  it("is for the pods of the service account", async () => {
    expect(await take(tags)).toEqual(["Allowed", "Allowed"]);
  });

  it.each([
    ["another service account", { "aws:RequestTag/kubernetes-service-account": "default" }],
    ["another namespace", { "aws:RequestTag/kubernetes-namespace": "default" }],
    [
      "another cluster",
      { "aws:RequestTag/eks-cluster-arn": `arn:aws:eks:us-west-2:${account}:cluster/dev` },
    ],
  ])("is not for %s", async (_, other) => {
    expect(await take({ ...tags, ...other })).toEqual(["ImplicitlyDenied", "ImplicitlyDenied"]);
  });

  it("is not for another service of AWS", async () => {
    expect(await take(tags, "ec2.amazonaws.com")).toEqual(["ImplicitlyDenied", "ImplicitlyDenied"]);
  });
});

it.runIf(offline).each([
  { what: "the pause", role_names: [] },
  { what: "the policy alone", role_names: ["prod-nodes"] },
])("each output orders what depends on it after $what", async ({ role_names }) => {
  const driver = (output: string) => ({
    source: "./modules/csi/s3-mountpoint-driver",
    namespace: output.replace("_", "-"),
    depends_on: [`module.it.${output}`],
  });
  const outputs = ["associations", "policy_json", "role_arn"];
  const root = terraform({
    ...callsOf("s3-mountpoint-driver-identity", { it: { role_names } }),
    "driver.tf.json": JSON.stringify({
      module: Object.fromEntries(outputs.map((output) => [output, driver(output)])),
    }),
  });
  await root.apply();
  const made = root.history.map(({ type }) => type);
  const last = role_names.length > 0 ? "aws_iam_role_policy" : "time_sleep";
  expect(made.indexOf("aws_iam_role_policy")).toBeLessThanOrEqual(made.indexOf(last));
  expect(made.indexOf(last)).toBeLessThan(made.indexOf("helm_release"));
  expect(made.includes("time_sleep")).toBe(role_names.length === 0);
});
