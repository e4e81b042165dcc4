import { anonymousPrincipal, runSimulation, type Simulation } from "@cloud-copilot/iam-simulate";

/** A request to AWS. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request, such as `aws:SecureTransport`. */
  readonly context?: Readonly<Record<string, string | string[]>>;
}

type Principal = Simulation["request"]["principal"];

const accountId = "123456789012";

/** The policy that a key of KMS has by default: it leaves all to the account's IAM. */
const keyPolicy = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: "kms:*",
      Resource: "*",
    },
  ],
};

/**
 * How IAM decides on a request of a role that has one policy, as a JSON text.
 *
 * @param resourcePolicy The policy of the resource itself, where it has one.
 */
export function decide(policy: string, request: Request, resourcePolicy?: string): Promise<string> {
  return simulate(request, `arn:aws:iam::${accountId}:role/driver`, {
    identityPolicies: [{ name: "policy", policy: JSON.parse(policy) }],
    ...(request.action.startsWith("kms:") && { resourcePolicy: keyPolicy }),
    ...(resourcePolicy !== undefined && { resourcePolicy: JSON.parse(resourcePolicy) }),
  });
}

/**
 * How the policy of a resource itself decides, such as the trust policy of a role.
 *
 * @param principal A service, or by default a caller who has no permissions.
 */
export function decideByResource(
  policy: string,
  request: Request,
  principal: Principal = anonymousPrincipal,
): Promise<string> {
  return simulate(request, principal, { resourcePolicy: JSON.parse(policy) });
}

async function simulate(
  { action, resource, context = {} }: Request,
  principal: Principal,
  policies: object,
): Promise<string> {
  const result = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId },
        contextVariables: { ...context },
      },
      identityPolicies: [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...policies,
    },
    {},
  );
  if (result.resultType !== "single") {
    throw new Error(`${action} cannot be decided: ${JSON.stringify(result)}`);
  }
  // A key that the action does not have would leave a condition untested.
  const ignored = result.result.ignoredContextKeys ?? [];
  if (ignored.length > 0) throw new Error(`${action} knows no condition key ${ignored.join(", ")}`);
  return result.overallResult;
}
