import {
  Fn,
  propertyAccess,
  TerraformLocal,
  type TerraformProvider,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { hclComment } from "./hcl-comment";
import { EksPodIdentityAssociation, IamRole, IamRolePolicy } from "./resources";
import type { Rule } from "./rules";
import { TimeSleep } from "./time-sleep";

/** An EKS cluster, and what its ARN tells of it. */
export interface EksCluster {
  readonly arn: string;
  readonly name: string;
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** The ARN of an EKS cluster, as `clusterOf` takes it. */
export const clusterArn: Rule = {
  kind: "matches",
  pattern: "^arn:aws[a-z-]*:eks:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9][A-Za-z0-9_-]{0,99}$",
  must: "must be the ARN of an EKS cluster such as arn:aws:eks:us-west-2:123456789012:cluster/prod",
};

/** A policy that limits what a role may do. */
export const permissionsBoundaryArn: Rule = {
  kind: "matches",
  pattern: "^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9_+=,.@/-]+$",
  must: "must be the ARN of an IAM policy such as arn:aws:iam::123456789012:policy/boundary",
};

/** What was read of the ARNs in a stack: parts of a composition share it. */
const clusters = new WeakMap<TerraformStack, Map<string, EksCluster>>();

/** Reads the ARN of a cluster, so that no data source has to be read. */
export function clusterOf(scope: Construct, arn: string): EksCluster {
  if (!Token.isUnresolved(arn)) {
    const [, partition, , region, accountId, resource] = arn.split(":");
    return { arn, partition, region, accountId, name: resource.split("/")[1] };
  }
  const stack = TerraformStack.of(scope);
  const known = clusters.get(stack) ?? new Map<string, EksCluster>();
  const cluster = known.get(arn) ?? read(scope, arn);
  clusters.set(stack, known.set(arn, cluster));
  return cluster;
}

function read(scope: Construct, arn: string): EksCluster {
  const part = (separator: string, index: number) =>
    propertyAccess(Fn.split(separator, arn), [index]);
  const parts = {
    name: part("/", 1),
    partition: part(":", 1),
    region: part(":", 3),
    account_id: part(":", 4),
  };
  const local = new TerraformLocal(scope, "cluster", parts);
  hclComment(local, "A cluster's ARN is arn:partition:eks:region:account:cluster/name.");
  const of = (name: keyof typeof parts) => Token.asString(propertyAccess(local.expression, [name]));
  return {
    arn,
    name: of("name"),
    partition: of("partition"),
    region: of("region"),
    accountId: of("account_id"),
  };
}

/** What a service account may do, and where. */
export interface PodIdentityOptions {
  readonly cluster: EksCluster;
  /** Region of the association; that of the provider if omitted. The ARN of a cluster that the same apply makes does not tell it yet. */
  readonly awsRegion?: string;
  readonly namespace: string;
  readonly serviceAccountName: string;
  /** What its role is called by, where there are several. */
  readonly part?: string;
  /** What the role's name begins with. */
  readonly namePrefix: string;
  /** Whose role it is. */
  readonly description: string;
  readonly policy: object;
  readonly permissionsBoundary?: string;
  /** Provider of the resources; the stack's default one if omitted. */
  readonly provider?: TerraformProvider;
}

/** A role for the pods of one service account, and no others. */
export interface ServiceAccountRole {
  readonly role: IamRole;
  readonly rolePolicy: IamRolePolicy;
  readonly association: EksPodIdentityAssociation;
}

/** A service account's role, and what waits for it. */
export interface PodIdentity extends ServiceAccountRole {
  /** What waits for it is made when the association has taken effect. */
  readonly effective: TimeSleep;
}

/**
 * Gives a service account a role of its own by EKS Pod Identity.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export function podIdentity(scope: Construct, options: PodIdentityOptions): PodIdentity {
  const role = serviceAccountRole(scope, options);
  return { ...role, effective: effectOf(scope, { [options.serviceAccountName]: role }) };
}

/** The role of one service account of several. */
export function serviceAccountRole(
  scope: Construct,
  options: PodIdentityOptions,
): ServiceAccountRole {
  const { cluster, namespace, serviceAccountName, part, provider } = options;
  const role = new IamRole(scope, part ?? "role", {
    namePrefix: options.namePrefix,
    description: options.description,
    assumeRolePolicy: Fn.jsonencode(trustPolicy(options)),
    permissionsBoundary: options.permissionsBoundary,
    provider,
  });
  hclComment(
    role,
    "Only pods of the one service account, in this cluster, get the role.",
    "assume_role_policy",
  );
  // One of several has its name from its role.
  const [within, id] = part === undefined ? [scope, "role_policy"] : [role, "Resource"];
  const rolePolicy = new IamRolePolicy(within, id, {
    role: role.name,
    policy: Fn.jsonencode(options.policy),
    provider,
  });
  const [beside, name] = part === undefined ? [scope, "association"] : [rolePolicy, "Resource"];
  const association = new EksPodIdentityAssociation(beside, name, {
    region: options.awsRegion,
    clusterName: cluster.name,
    namespace,
    serviceAccount: serviceAccountName,
    roleArn: role.arn,
    provider,
  });
  return { role, rolePolicy, association };
}

/** A pause until the associations of service accounts have taken effect. */
export function effectOf(
  scope: Construct,
  roles: Readonly<Record<string, ServiceAccountRole>>,
): TimeSleep {
  const entries = Object.entries(roles);
  const triggers = entries.map(([account, { association }]) => [
    account,
    association.associationId,
  ]);
  const effective = new TimeSleep(
    scope,
    "effective",
    "30s",
    Object.fromEntries(triggers),
    entries.map(([, { rolePolicy }]) => rolePolicy),
  );
  hclComment(
    effective,
    "EKS gives a pod its role when it starts, and an association takes effect some seconds after it is made: a pod that starts before that stays without (https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html).",
  );
  return effective;
}

function trustPolicy({ cluster, namespace, serviceAccountName }: PodIdentityOptions): object {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:RequestTag/eks-cluster-arn": cluster.arn,
            "aws:RequestTag/kubernetes-namespace": namespace,
            "aws:RequestTag/kubernetes-service-account": serviceAccountName,
          },
        },
      },
    ],
  };
}
