const whole = "[1-9][0-9]*";
const octal = "0*[0-7]{1,3}";
const timeToLive = "([0-9]{1,10}|indefinite|minimal)";

/** What can stand in a value: ASCII without what would begin or end text in Terraform. */
export const CHARACTER = "[!#-\\[\\]-z|}~]";
const text = `${CHARACTER}+`;

/** A key prefix: with a slash in front no key would match. */
export const PREFIX = `[!#-.0-\\[\\]-z|}~]${CHARACTER}*/`;

/** The Mountpoint of the driver that the modules recommend: what the table was read from. */
export const MOUNTPOINT_VERSION = "1.22.3";

/**
 * The options of Mountpoint that the driver hands on, each with the pattern of
 * its value; a flag, which has none, with null.
 *
 * @see https://github.com/awslabs/mountpoint-s3/blob/mountpoint-s3-1.22.3/mountpoint-s3/src/cli.rs
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/pkg/mountpoint/args.go
 */
export const mountOptionValues: Readonly<Record<string, string | null>> = {
  "allow-delete": null,
  "allow-other": null,
  "allow-overwrite": null,
  "allow-root": null,
  // The driver's own: it becomes an environment variable.
  "aws-max-attempts": whole,
  bind: text,
  "bucket-type": "(general-purpose|directory)",
  "cache-xz": text,
  debug: null,
  "debug-crt": null,
  "dir-mode": octal,
  "dual-stack": null,
  "endpoint-url": text,
  "expected-bucket-owner": "[0-9]{12}",
  "file-mode": octal,
  "force-path-style": null,
  gid: "[1-9][0-9]{0,9}",
  "incremental-upload": null,
  "log-metrics": null,
  "max-threads": whole,
  "maximum-throughput-gbps": whole,
  "metadata-ttl": timeToLive,
  "negative-metadata-ttl": timeToLive,
  "no-log": null,
  "no-sign-request": null,
  "otlp-endpoint": text,
  "otlp-export-interval": whole,
  "part-size": whole,
  prefix: PREFIX,
  "read-part-size": whole,
  region: "[a-z]{2,4}(-[a-z]+)+-[1-9][0-9]?",
  "requester-pays": null,
  sse: "(aws:kms|aws:kms:dsse|AES256)",
  "sse-kms-key-id": `arn:${text}:key${text}`,
  "storage-class": text,
  "transfer-acceleration": null,
  uid: "[1-9][0-9]{0,9}",
  "upload-checksums": "(crc32c|off)",
  "write-part-size": whole,
};

/** The options that are refused, and why. */
export const refusedMountOptions: Readonly<Record<string, string>> = {
  "auto-unmount": "Mountpoint refuses it where the driver mounts",
  cache: "the driver would make a cache without a limit of it: give `cache`",
  foreground: "the driver drops it",
  help: "the driver drops it",
  "log-directory": "the file would lie in the Mountpoint pod and go with it: use kubectl logs",
  "max-cache-size": "Mountpoint wants a cache with it: give `cache`, which has a size",
  o: "the driver refuses it",
  profile: "the driver sets it",
  "read-only": "the access modes of the volumes must follow: give the class's own input for it",
  "user-agent-prefix": "the driver sets it",
  version: "the driver drops it",
};

/** The options that Mountpoint refuses beside others. */
export const excludedMountOptions: Readonly<Record<string, readonly string[]>> = {
  "allow-other": ["allow-root"],
  "no-log": ["debug", "debug-crt", "log-metrics"],
  "part-size": ["read-part-size", "write-part-size"],
};

/** The options that Mountpoint refuses without another. */
export const neededMountOptions: Readonly<Record<string, string>> = {
  "otlp-export-interval": "otlp-endpoint",
  "sse-kms-key-id": "sse aws:kms",
};
