import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";

// The resources of S3 Files, which are newer than the provider binding that the
// other resources come from.

/** An argument's value with its kind, or the values of a block that stands once. */
type Argument =
  | {
      readonly kind: "string" | "number" | "stringList" | "stringMap";
      readonly value: unknown;
    }
  | { readonly block: Readonly<Record<string, Argument>> };

type Arguments = Record<string, Argument>;

class S3FilesResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    type: string,
    config: TerraformMetaArguments,
    protected readonly args: Arguments,
  ) {
    super(scope, id, {
      ...config,
      terraformResourceType: `aws_s3files_${type}`,
      terraformGeneratorMetadata: { providerName: "aws" },
    });
  }

  protected synthesizeAttributes(): { [name: string]: unknown } {
    return valuesOf(this.args);
  }

  protected synthesizeHclAttributes(): { [name: string]: unknown } {
    return treeOf(this.args);
  }
}

function valuesOf(args: Readonly<Arguments>): { [name: string]: unknown } {
  return eachOf(args, (arg) => ("block" in arg ? [valuesOf(arg.block)] : arg.value));
}

function treeOf(args: Readonly<Arguments>): { [name: string]: unknown } {
  return eachOf(args, (arg) =>
    "block" in arg
      ? { value: [treeOf(arg.block)], isBlock: true, type: "set", storageClassType: "blockList" }
      : { value: arg.value, isBlock: false, storageClassType: arg.kind },
  );
}

function eachOf(
  args: Readonly<Arguments>,
  map: (arg: Argument) => unknown,
): { [name: string]: unknown } {
  return Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, map(arg)]));
}

const string = (value: string | undefined): Argument => ({ kind: "string", value });
const number = (value: number): Argument => ({ kind: "number", value });

/** What each of these resources takes. */
interface Common extends TerraformMetaArguments {
  readonly region: string;
}

/**
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.40.0/docs/resources/s3files_file_system
 */
export class S3FilesFileSystemResource extends S3FilesResource {
  constructor(
    scope: Construct,
    id: string,
    config: Common & {
      readonly bucket: string;
      readonly prefix?: string;
      readonly kmsKeyId?: string;
      readonly roleArn: string;
      readonly tags: { [key: string]: string };
    },
  ) {
    super(scope, id, "file_system", config, {
      region: string(config.region),
      bucket: string(config.bucket),
      prefix: string(config.prefix),
      kms_key_id: string(config.kmsKeyId),
      role_arn: string(config.roleArn),
    });
    this.tags = config.tags;
  }

  /** Tags of the file system, which aspects may replace, as those of other resources. */
  public set tags(value: { [key: string]: string }) {
    this.args.tags = { kind: "stringMap", value };
  }

  /** The tags as given. */
  public get tagsInput(): { [key: string]: string } {
    return (this.args.tags as { value: { [key: string]: string } }).value;
  }

  /** Known after the apply. */
  public get id(): string {
    return this.getStringAttribute("id");
  }

  /** Known after the apply. */
  public get arn(): string {
    return this.getStringAttribute("arn");
  }
}

/**
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.40.0/docs/resources/s3files_file_system_policy
 */
export class S3FilesFileSystemPolicy extends S3FilesResource {
  constructor(
    scope: Construct,
    id: string,
    config: Common & { readonly fileSystemId: string; readonly policy: string },
  ) {
    super(scope, id, "file_system_policy", config, {
      region: string(config.region),
      file_system_id: string(config.fileSystemId),
      policy: string(config.policy),
    });
  }
}

/**
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.40.0/docs/resources/s3files_synchronization_configuration
 */
export class S3FilesSynchronizationConfiguration extends S3FilesResource {
  constructor(
    scope: Construct,
    id: string,
    config: Common & {
      readonly fileSystemId: string;
      readonly importDataRule: {
        readonly prefix: string;
        readonly sizeLessThan: number;
        readonly trigger: string;
      };
      readonly daysAfterLastAccess: number;
    },
  ) {
    super(scope, id, "synchronization_configuration", config, {
      region: string(config.region),
      file_system_id: string(config.fileSystemId),
      import_data_rule: {
        block: {
          prefix: string(config.importDataRule.prefix),
          size_less_than: number(config.importDataRule.sizeLessThan),
          trigger: string(config.importDataRule.trigger),
        },
      },
      expiration_data_rule: {
        block: { days_after_last_access: number(config.daysAfterLastAccess) },
      },
    });
  }
}

/**
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.40.0/docs/resources/s3files_mount_target
 */
export class S3FilesMountTarget extends S3FilesResource {
  constructor(
    scope: Construct,
    id: string,
    config: Common & {
      readonly fileSystemId: string;
      readonly subnetId: string;
      readonly securityGroups: string[];
    },
  ) {
    super(scope, id, "mount_target", config, {
      region: string(config.region),
      file_system_id: string(config.fileSystemId),
      subnet_id: string(config.subnetId),
      security_groups: { kind: "stringList", value: config.securityGroups },
    });
  }
}
