import {
  conditional,
  Fn,
  propertyAccess,
  TerraformCount,
  TerraformLocal,
  type TerraformProvider,
  type TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import type { DriverIdentityOptions } from "../driver-identity-options";
import { argument } from "./argument";
import { hclComment } from "./hcl-comment";
import { concatenated, isEmpty, lengthOf } from "./lists";
import { named } from "./named";
import { EksPodIdentityAssociation, IamRole, IamRolePolicy } from "./resources";
import { type Rule, type Rules, required } from "./rule-kinds";
import { awsRegion } from "./shared-rules";
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

/** Rules of whom the permissions of a driver are given to. */
export const driverIdentityRules: Rules<DriverIdentityOptions> = {
  clusterArn: [required, clusterArn],
  awsRegion: [awsRegion],
  permissionsBoundaryArn: [
    {
      kind: "matches",
      pattern: "^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9_+=,.@/-]+$",
      must: "must be the ARN of an IAM policy such as arn:aws:iam::123456789012:policy/boundary",
    },
    {
      kind: "excludes",
      other: "roleNames",
      must: "must be left out with roles of your own, whose bounds are yours to set",
    },
  ],
  roleNames: [
    {
      kind: "eachMatches",
      pattern: "^[A-Za-z0-9_+=,.@-]{1,64}$",
      must: "must hold names of IAM roles such as prod-nodes, without a path, and no ARNs",
    },
  ],
  awsProvider: [],
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
  /** Roles that get the policy. Where there are any, neither a role nor an association is made. */
  readonly roleNames?: string[];
  /** Provider of the resources; the stack's default one if omitted. */
  readonly provider?: TerraformProvider;
}

/** A role for the pods of one service account, and no others. */
export interface ServiceAccountRole {
  readonly role: IamRole;
  readonly rolePolicy: IamRolePolicy;
  readonly association: EksPodIdentityAssociation;
}

/** A service account's role or the policy of roles that there are, and what waits for it. */
export interface PodIdentity extends Pick<ServiceAccountRole, "role" | "rolePolicy"> {
  readonly roleArn: string;
  readonly policyJson: string;
  readonly associations: { [serviceAccount: string]: string };
  /** Address of what waits until the permissions have taken effect. */
  readonly fqn: string;
}

/**
 * Gives a service account a role of its own by EKS Pod Identity, or gives its
 * policy to roles that there are.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export function podIdentity(scope: Construct, options: PodIdentityOptions): PodIdentity {
  const { roleNames = [], serviceAccountName } = options;
  if (!Token.isUnresolved(roleNames) && roleNames.length > 0) {
    const rolePolicy = policyOf(scope, "role_policy", options, roleNames);
    const none = (attribute: string): never => {
      throw new Error(
        `${scope.node.path}: there is no \`${attribute}\` where \`roleNames\` names roles of your own, got ${JSON.stringify(roleNames)}: take that of your roles.`,
      );
    };
    return {
      rolePolicy,
      policyJson: first(rolePolicy, "policy"),
      associations: {},
      fqn: rolePolicy.fqn,
      get role() {
        return none("role");
      },
      get roleArn() {
        return none("roleArn");
      },
    };
  }
  const { role, rolePolicy, association } = serviceAccountRole(scope, options);
  const effective = effectOf(scope, { [serviceAccountName]: { role, rolePolicy, association } });
  const isCounted = role.count !== undefined;
  return {
    role,
    rolePolicy,
    policyJson: first(rolePolicy, "policy"),
    fqn: effective.fqn,
    roleArn: isCounted ? Fn.one(each(role, "arn")) : role.arn,
    associations: isCounted
      ? Token.asStringMap(Fn.one(each(effective, "triggers")))
      : effective.triggers,
  };
}

/** An attribute of a resource; of its first instance where it has a count. */
function first(resource: TerraformResource, attribute: string): string {
  return resource.count === undefined
    ? resource.getStringAttribute(attribute)
    : Token.asString(propertyAccess(resource.fqn, [0, attribute]));
}

/** An attribute of each instance of a resource. */
function each(resource: TerraformResource, attribute: string): string[] {
  return Token.asList(propertyAccess(resource.fqn, ["*", attribute]));
}

/** As many as there are of another resource, where that has a count. */
function countOf(resource: TerraformResource): TerraformCount | undefined {
  return resource.count === undefined ? undefined : TerraformCount.of(Fn.lengthOf(resource.fqn));
}

/** The names of a new role, if there is one, and of the roles that there are. */
function allRoles(scope: Construct, role: IamRole, roleNames: string[]): string[] {
  return named(scope, "role_names", concatenated(each(role, "name"), roleNames));
}

/** The policy on each of several roles. */
function policyOf(
  scope: Construct,
  id: string,
  { policy, provider }: PodIdentityOptions,
  roleNames: string[],
): IamRolePolicy {
  const count = TerraformCount.of(lengthOf(roleNames));
  return new IamRolePolicy(scope, id, {
    count,
    role: Token.asString(propertyAccess(roleNames, [count.index])),
    policy: Fn.jsonencode(argument(policy)),
    provider,
  });
}

/** The role of one service account of several. */
export function serviceAccountRole(
  scope: Construct,
  options: PodIdentityOptions,
): ServiceAccountRole {
  const { cluster, namespace, serviceAccountName, part, policy, provider } = options;
  const { roleNames = [] } = options;
  const role = new IamRole(scope, part ?? "role", {
    count: Token.isUnresolved(roleNames)
      ? TerraformCount.of(Token.asNumber(conditional(isEmpty(roleNames), 1, 0)))
      : undefined,
    namePrefix: options.namePrefix,
    description: options.description,
    assumeRolePolicy: Fn.jsonencode(argument(trustPolicy(options))),
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
  const rolePolicy =
    role.count === undefined
      ? new IamRolePolicy(within, id, {
          role: role.name,
          policy: Fn.jsonencode(argument(policy)),
          provider,
        })
      : policyOf(within, id, options, allRoles(scope, role, roleNames));
  const [beside, name] = part === undefined ? [scope, "association"] : [rolePolicy, "Resource"];
  const association = new EksPodIdentityAssociation(beside, name, {
    region: options.awsRegion,
    clusterName: cluster.name,
    namespace,
    serviceAccount: serviceAccountName,
    roleArn: first(role, "arn"),
    count: countOf(role),
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
    first(association, "association_id"),
  ]);
  const effective = new TimeSleep(
    scope,
    "effective",
    "30s",
    Object.fromEntries(triggers),
    entries.map(([, { rolePolicy }]) => rolePolicy),
    countOf(entries[0][1].association),
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
