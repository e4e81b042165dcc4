/** Inputs of examples/hcl/node-role. */
export interface Account {
  readonly region: string;
  readonly cluster_name: string;
  readonly bucket_name: string;
  readonly subnet_ids: readonly string[];
}

const needed = {
  AWS_REGION: "the region of the cluster and the bucket",
  AWS_TEST_CLUSTER:
    "the name of an EKS cluster without nodes and CSI drivers, with the add-on eks-pod-identity-agent, which you may administer",
  AWS_TEST_BUCKET: "the name of a bucket in the same region",
  AWS_TEST_SUBNETS: "IDs of private subnets of the cluster, with commas between",
};

/**
 * Reads which account the suite may use, and whether it may.
 *
 * @throws an error if a variable is missing, or the cost is not accepted.
 */
export function account(env: Readonly<Record<string, string | undefined>>): Account {
  const missing = Object.entries(needed).filter(([name]) => !env[name]);
  if (missing.length > 0) {
    const list = missing.map(([name, what]) => `${name}: ${what}`).join("\n  ");
    throw new Error(`test:aws needs in its environment\n  ${list}`);
  }
  if (env.AWS_TEST_ACCEPT_COST !== "yes") {
    throw new Error(
      `AWS_TEST_ACCEPT_COST is "${env.AWS_TEST_ACCEPT_COST ?? ""}". Set it to yes to go on with what is said above.`,
    );
  }
  const { AWS_REGION, AWS_TEST_CLUSTER, AWS_TEST_BUCKET, AWS_TEST_SUBNETS } = env;
  return {
    region: String(AWS_REGION),
    cluster_name: String(AWS_TEST_CLUSTER),
    bucket_name: String(AWS_TEST_BUCKET),
    subnet_ids: String(AWS_TEST_SUBNETS).split(","),
  };
}
