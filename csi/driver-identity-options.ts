import type { TerraformProvider } from "cdktf";

/**
 * Whom the AWS permissions of a driver are given to.
 */
export interface DriverIdentityOptions {
  /**
   * ARN of the EKS cluster.
   *
   * It tells the region, the account and the partition, too. Do not give it
   * from a data source with `depends_on`: a plan that changes what the data
   * source waits for would replace the association.
   */
  readonly clusterArn: string;

  /**
   * AWS region of the cluster.
   *
   * Give it where the AWS provider is configured for another region.
   *
   * @default - the region of the AWS provider
   */
  readonly awsRegion?: string;

  /**
   * ARN of the policy that bounds what the new role may ever do.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   * @default - no bound
   */
  readonly permissionsBoundaryArn?: string;

  /**
   * Names of IAM roles of your own that get the policy, for IRSA or the nodes'
   * roles.
   *
   * Empty means a new role, with a Pod Identity association. The names may be
   * unknown at plan, their number not.
   *
   * @default []
   */
  readonly roleNames?: string[];

  /**
   * AWS provider of the cluster's account.
   *
   * @default - the stack's default AWS provider
   */
  readonly awsProvider?: TerraformProvider;
}
