import { Fn, Token } from "cdktf";
import { argument } from "../internal/argument";
import { nonNull } from "../internal/non-null-entries";
import type { Rule, Rules } from "../internal/rule-kinds";
import { awsRegion, storageClassName } from "../internal/shared-rules";
import { CHARACTER } from "./mount-option-table";
import type {
  S3MountpointCache,
  S3MountpointContainerResources,
  S3MountpointVolumeOptions,
} from "./volume-options";

/**
 * Units as Kubernetes writes them.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
const bytes: Rule = {
  kind: "matches",
  pattern: "^[0-9]+(\\.[0-9]+)?([kMGTPE]|[KMGTPE]i)?$",
  must: "must be a quantity of Kubernetes in bytes, such as 512Mi or 10Gi",
};
const cpus: Rule = {
  kind: "matches",
  pattern: "^([0-9]+m|[0-9]+(\\.[0-9]+)?)$",
  must: "must be a quantity of CPUs, such as 100m or 2",
};

const cacheRules: Rules<S3MountpointCache> = {
  type: [
    {
      kind: "oneOf",
      values: ["emptyDir", "ephemeral"],
      must: "must be emptyDir or ephemeral",
    },
  ],
  sizeLimit: [bytes, onlyOf("emptyDir")],
  medium: [{ kind: "oneOf", values: ["Memory"], must: "must be Memory" }, onlyOf("emptyDir")],
  storageClassName: [storageClassName, belongsToEphemeral()],
  resourceRequest: [bytes, belongsToEphemeral()],
};

function onlyOf(type: string): Rule {
  return {
    kind: "needs",
    other: "type",
    value: type,
    must: `must be left out unless type is ${type}`,
  };
}

function belongsToEphemeral(): Rule {
  const must = "must be given where type is ephemeral, and only there";
  return { kind: "belongsTo", other: "type", value: "ephemeral", must };
}

/** One rule for each of `S3MountpointVolumeOptions`. */
export const volumeAttributeRules: Rules<S3MountpointVolumeOptions> = {
  authenticationSource: [
    { kind: "oneOf", values: ["driver", "pod"], must: "must be driver or pod" },
  ],
  stsRegion: [
    awsRegion,
    {
      kind: "needs",
      other: "authenticationSource",
      value: "pod",
      must: "must be left out unless the pod authenticates",
    },
  ],
  cache: [{ kind: "fields", fields: cacheRules, must: "must hold what a cache has" }],
  containerResources: [
    {
      kind: "fields",
      fields: {
        requestsCpu: [cpus],
        requestsMemory: [bytes],
        limitsCpu: [cpus],
        limitsMemory: [bytes],
      } satisfies Rules<S3MountpointContainerResources>,
      must: "must hold requests and limits",
    },
  ],
  httpsProxy: [
    {
      kind: "matches",
      pattern: `^https?://${CHARACTER}+$`,
      must: "must be the address of a proxy, such as http://proxy.example.com:3128",
    },
  ],
  noProxy: [
    {
      kind: "matches",
      pattern: "^[A-Za-z0-9.:/*[\\]_-]+(,[A-Za-z0-9.:/*[\\]_-]+)*$",
      must: "must be hosts with commas between, such as .amazonaws.com,169.254.170.23",
    },
  ],
};

/**
 * What a volume tells the driver.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/pkg/driver/node/volumecontext/volume_context.go
 */
export function volumeAttributes(
  bucketName: string,
  options: S3MountpointVolumeOptions,
): Record<string, unknown> {
  const { cache = {}, containerResources: resources = {} } = options;
  const always = { authenticationSource: options.authenticationSource ?? "driver", bucketName };
  const given = nonNull({
    cache: cache.type,
    cacheEmptyDirMedium: cache.medium,
    cacheEmptyDirSizeLimit: cache.sizeLimit,
    cacheEphemeralStorageClassName: cache.storageClassName,
    cacheEphemeralStorageResourceRequest: cache.resourceRequest,
    mountpointContainerResourcesLimitsCpu: resources.limitsCpu,
    mountpointContainerResourcesLimitsMemory: resources.limitsMemory,
    mountpointContainerResourcesRequestsCpu: resources.requestsCpu,
    mountpointContainerResourcesRequestsMemory: resources.requestsMemory,
    "mountpointEnv.HTTPS_PROXY": options.httpsProxy,
    "mountpointEnv.NO_PROXY": options.noProxy,
    stsRegion: options.stsRegion,
  });
  return Token.isUnresolved(given) ? Fn.merge([argument(always), given]) : { ...always, ...given };
}
