/** Where the pods' files are to be. */
export interface Settings {
  /** Address of the S3 server as pods see it; undefined for AWS itself. */
  readonly endpoint?: string;
  /** Region of the buckets. */
  readonly region: string;
  /** Two buckets that are there already, in which the tests write. */
  readonly buckets: readonly [string, string];
  /** Folder of the driver's chart; undefined for its public repository. */
  readonly driverChart?: string;
}

/**
 * Reads what the caller's environment says.
 *
 * @throws an error if a variable is missing or has the wrong form.
 */
export function settings(env: Readonly<Record<string, string | undefined>>): Settings {
  if (!env.KUBECONFIG_TEST) {
    throw new Error(
      "KUBECONFIG_TEST is not set: pods mount on nodes only. Set it to the kubeconfig of a throwaway cluster, such as one of kind.",
    );
  }
  const endpoint = env.S3_ENDPOINT_TEST || undefined;
  if (endpoint !== undefined && !/^https?:\/\/[^/\s]+$/.test(endpoint)) {
    throw new Error(
      `S3_ENDPOINT_TEST is "${endpoint}". Set it to the address of an S3 server as pods see it, such as http://s3.s3.svc:5000, without a path; leave it out for AWS.`,
    );
  }
  const [first, second, ...more] = (env.S3_BUCKETS_TEST ?? "").split(",").filter(Boolean);
  if (!first || !second || first === second || more.length > 0) {
    throw new Error(
      `S3_BUCKETS_TEST is "${env.S3_BUCKETS_TEST ?? ""}". Set it to two buckets that exist, in which the tests may write, such as mount-a,mount-b.`,
    );
  }
  if (!env.DRIVER_CHART_TEST && env.TERRAFORM_PROVIDERS !== "registry") {
    throw new Error(
      "The driver's chart is to come from its repository or from a folder: set TERRAFORM_PROVIDERS to registry, or DRIVER_CHART_TEST to the folder.",
    );
  }
  return {
    endpoint,
    region: env.AWS_REGION || "us-east-1",
    buckets: [first, second],
    driverChart: env.DRIVER_CHART_TEST || undefined,
  };
}
