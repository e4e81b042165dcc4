import { anonymousPrincipal, runSimulation, type Simulation } from "@cloud-copilot/iam-simulate";

/** A request to AWS. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request, such as `aws:SecureTransport`. */
  readonly context?: Readonly<Record<string, string | string[]>>;
}

const accountId = "123456789012";

/** How IAM decides on a request of a role that has one policy, as a JSON text. */
export function decide(policy: string, request: Request): Promise<string> {
  return simulate(request, {
    principal: `arn:aws:iam::${accountId}:role/driver`,
    identityPolicies: [{ name: "policy", policy: JSON.parse(policy) }],
  });
}

/** How the policy of the resource itself decides, for a caller who has no permissions. */
export function decideForAnyone(resourcePolicy: string, request: Request): Promise<string> {
  return simulate(request, {
    principal: anonymousPrincipal,
    resourcePolicy: JSON.parse(resourcePolicy),
  });
}

/** How a role's trust policy decides whether a service may take the role. */
export function decideForService(
  service: string,
  trustPolicy: string,
  request: Request,
): Promise<string> {
  return simulate(request, { principal: service, resourcePolicy: JSON.parse(trustPolicy) });
}

async function simulate(
  { action, resource, context = {} }: Request,
  { principal, ...policies }: Partial<Simulation> & Pick<Simulation["request"], "principal">,
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
