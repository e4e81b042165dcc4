import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import {
  EfsCsiDriver,
  EfsCsiIdentity,
  EnvironmentProviders,
  S3FilesCsiIdentity,
  type S3FilesCsiIdentityProps,
  S3MountpointCsiIdentity,
} from "../../csi";
import { requiredProps } from "../input-cases";
import { only, synth, withoutHash } from "./synth";

const { clusterArn, bucketArns } = requiredProps["s3-mountpoint-driver-identity"] as {
  clusterArn: string;
  bucketArns: string[];
};
const s3Files = requiredProps["s3-files-driver-identity"] as unknown as S3FilesCsiIdentityProps;
const account = { "aws:ResourceAccount": "123456789012" };

/** The document that a policy's `jsonencode` holds. */
const statements = (policy: string) =>
  Object.fromEntries(
    [...policy.matchAll(/"Sid" = "(\w+)"/g)].map(([, sid], index, all) => [
      sid,
      policy.slice(all[index].index, all[index + 1]?.index),
    ]),
  );

describe("the permissions of the EFS driver", () => {
  it("are for the file systems given, and for access points of the cluster alone", () => {
    const arn = "arn:aws:elasticfilesystem:us-west-2:123456789012:file-system/fs-12345678";
    const given = { clusterArn, fileSystemArns: [arn], ownAccessPointsOnly: true };
    const { policy } = only(
      synth((scope) => void new EfsCsiIdentity(scope, "it", given)),
      "aws_iam_role_policy",
    );
    const { CreateAccessPoints, DeleteAccessPoints, TagNewAccessPoints } = statements(policy);
    expect(CreateAccessPoints).toContain(`"Resource" = ["${arn}"]`);
    expect(CreateAccessPoints).not.toContain("kubernetes.io");
    expect(CreateAccessPoints).toContain('"aws:RequestTag/efs.csi.aws.com/cluster-name" = "prod"');
    expect(DeleteAccessPoints).toContain('"aws:ResourceTag/efs.csi.aws.com/cluster-name" = "prod"');
    expect(TagNewAccessPoints).toContain(
      '"aws:TagKeys" = ["efs.csi.aws.com/cluster", "efs.csi.aws.com/cluster-name"]',
    );
  });
});

it("the EFS driver makes access points on the cluster's file systems where none are given", () => {
  const { policy } = only(
    synth((scope) => void new EfsCsiIdentity(scope, "it", { clusterArn })),
    "aws_iam_role_policy",
  );
  expect(statements(policy).CreateAccessPoints).toContain(
    '"aws:ResourceTag/kubernetes.io/cluster/prod" = ["owned", "shared"]',
  );
});

describe("the permissions of Mountpoint", () => {
  const policyOf = (props: object) =>
    only(
      synth(
        (scope) =>
          void new S3MountpointCsiIdentity(scope, "it", { clusterArn, bucketArns, ...props }),
      ),
      "aws_iam_role_policy",
    ).policy;

  it("are for the buckets of the cluster's account, and for keys that are given", () => {
    expect(policyOf({})).toContain(`"${Object.keys(account)[0]}" = ["123456789012"]`);
    expect(policyOf({})).toContain('"Resource" = ["arn:aws:s3:::my-bucket/*"]');
    expect(policyOf({})).not.toContain("kms:");
    const key = "arn:aws:kms:us-west-2:123456789012:key/1234abcd";
    expect(policyOf({ kmsKeyArns: [key] })).toContain(`"Resource" = "${key}"`);
  });

  it("are for the buckets of other accounts where they are given", () => {
    const policy = policyOf({ bucketAccountIds: ["210987654321"] });
    expect(policy).toContain('"aws:ResourceAccount" = ["210987654321"]');
    expect(policy).not.toContain('"123456789012"');
  });
});

describe("roles of the program's own", () => {
  it.each([EfsCsiIdentity, S3MountpointCsiIdentity])("stand in place of that of %o", (Identity) => {
    synth((scope) => {
      const it = new Identity(scope, "it", { clusterArn, bucketArns, roleNames: ["one", "two"] });
      for (const attribute of ["role", "roleArn"] as const) {
        expect(() => it[attribute]).toThrow(
          `stack/it: there is no \`${attribute}\` where \`roleNames\` names roles of your own, got ["one","two"]: take that of your roles.`,
        );
      }
    });
  });

  it("get the policy, and nothing else is made; a driver that takes them may be an old one", () => {
    const stack = synth((scope) => {
      const identity = new EfsCsiIdentity(scope, "it", { clusterArn, roleNames: ["one", "two"] });
      expect(identity.associations).toEqual({});
      new TerraformOutput(scope, "policy", { value: identity.policyJson });
      new EfsCsiDriver(scope, "driver", { helmChartVersion: "2.4.5", dependsOn: [identity] });
    });
    expect(Object.keys(stack.resource)).toEqual(["aws_iam_role_policy", "helm_release"]);
    expect(stack.output.policy.value).toMatch(
      /^\$\{aws_iam_role_policy\.it_role_policy_\w+\.0\.policy\}$/,
    );
    expect(only(stack, "aws_iam_role_policy")).toMatchObject({
      count: 2,
      role: '${["one", "two"][count.index]}',
    });
    expect(only(stack, "helm_release").depends_on.map(withoutHash)).toEqual([
      "aws_iam_role_policy.it_role_policy",
    ]);
  });
});

describe("a driver that depends on its identity", () => {
  it.each([
    ["EfsCsiIdentity", "2.4.5", "3.0.6", "EKS Pod Identity", "3.4.1"],
    ["EfsCsiIdentity", "3.0.6-rc.1", "3.0.6", "EKS Pod Identity", "3.4.1"],
    ["S3FilesCsiIdentity", "4.2.0", "4.3.0", "S3 Files", "4.4.1"],
  ])("an %s, is refused with the chart %s", (name, helmChartVersion, since, unknown, chart) => {
    const identityOf = {
      EfsCsiIdentity: (scope: Construct) => new EfsCsiIdentity(scope, "identity", { clusterArn }),
      S3FilesCsiIdentity: (scope: Construct) => new S3FilesCsiIdentity(scope, "identity", s3Files),
    }[name as "EfsCsiIdentity" | "S3FilesCsiIdentity"];
    expect(() =>
      synth((scope) => {
        const dependsOn = [{ fqn: "aws_eks_node_group.nodes" }, identityOf(scope)];
        new EfsCsiDriver(scope, "driver", { helmChartVersion, dependsOn });
      }),
    ).toThrow(
      `stack/driver: \`helmChartVersion\` must be ${since} or later where \`dependsOn\` has an ${name}, for older drivers do not know ${unknown}, got "${helmChartVersion}": give it ${chart}.`,
    );
  });

  it.each(["3.0.6", "3.4.1", "4.4.1"])("is accepted with the chart %s", (helmChartVersion) => {
    const stack = synth((scope) => {
      const identity = new EfsCsiIdentity(scope, "identity", { clusterArn });
      new EfsCsiDriver(scope, "driver", { helmChartVersion, dependsOn: [identity] });
    });
    expect(only(stack, "helm_release").version).toBe(helmChartVersion);
  });

  it("waits until the association has taken effect", () => {
    const stack = synth((scope) => {
      const identity = new EfsCsiIdentity(scope, "identity", { clusterArn });
      new EfsCsiDriver(scope, "driver", { dependsOn: [identity] });
    });
    const [wait] = Object.values(stack.resource.time_sleep);
    expect(only(stack, "helm_release").depends_on.map(withoutHash)).toEqual([
      "time_sleep.identity_effective",
    ]);
    expect(wait.depends_on.map(withoutHash)).toEqual(["aws_iam_role_policy.identity_role_policy"]);
    expect(wait.create_duration).toBe("30s");
    expect(wait.triggers["efs-csi-controller-sa"]).toMatch(
      /^\$\{aws_eks_pod_identity_association\.identity_association_\w+\.association_id\}$/,
    );
  });
});

it("takes an ARN that only Terraform knows, and gives the ids by service account", () => {
  const { locals, output } = synth((scope) => {
    const arn = new TerraformVariable(scope, "cluster_arn", {}).stringValue;
    const identity = new EfsCsiIdentity(scope, "it", { clusterArn: arn });
    new TerraformOutput(scope, "associations", { value: identity.associations });
  });
  expect(Object.values(locals)).toContainEqual({
    name: '${split("/", var.cluster_arn).1}',
    partition: '${split(":", var.cluster_arn).1}',
    region: '${split(":", var.cluster_arn).3}',
    account_id: '${split(":", var.cluster_arn).4}',
  });
  expect(output.associations.value).toMatch(/^\$\{time_sleep\.it_effective_\w+\.triggers\}$/);
});

it("uses the provider given, and the time provider of the environment beside it", () => {
  const { provider, resource } = synth((scope) => {
    new EnvironmentProviders(scope, "providers");
    const awsProvider = new AwsProvider(scope, "aws", { alias: "other", region: "us-west-2" });
    new S3MountpointCsiIdentity(scope, "it", { clusterArn, bucketArns, awsProvider });
  });
  expect(provider.time).toEqual([{}]);
  for (const type of ["aws_iam_role", "aws_iam_role_policy", "aws_eks_pod_identity_association"]) {
    expect(Object.values(resource[type])).toMatchObject([{ provider: "aws.other" }]);
  }
});
