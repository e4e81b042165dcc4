import type { ResourceBehaviour } from "../provider";
import { arn } from "./account";
import { text } from "./text";

// What is said here of ForceNew, defaults and computed blocks stands in
// https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/s3/bucket.go

const bucket: ResourceBehaviour = {
  defaults: { force_destroy: false },
  computedBlocks: {
    cors_rule: [],
    grant: [],
    lifecycle_rule: [],
    logging: [],
    object_lock_configuration: [],
    replication_configuration: [],
    server_side_encryption_configuration: [],
    versioning: [{ enabled: false, mfa_delete: false }],
    website: [],
  },
  create: ({ bucket: given, bucket_prefix: prefix, region }, { identifier }) => {
    const name = text(given) || identifier(text(prefix) || "terraform");
    return { id: name, bucket: name, arn: arn("s3", "", name, text(region)) };
  },
};

/** Settings of a bucket, which are known by its name. */
const setting: ResourceBehaviour = {
  create: ({ bucket: name }) => ({ id: name ?? null }),
};

const publicAccessBlock: ResourceBehaviour = {
  ...setting,
  defaults: {
    block_public_acls: false,
    block_public_policy: false,
    ignore_public_acls: false,
    restrict_public_buckets: false,
  },
};

/** Simple Storage Service. */
export const s3 = {
  aws_s3_bucket: bucket,
  aws_s3_bucket_lifecycle_configuration: setting,
  aws_s3_bucket_policy: setting,
  aws_s3_bucket_public_access_block: publicAccessBlock,
  aws_s3_bucket_versioning: setting,
};
