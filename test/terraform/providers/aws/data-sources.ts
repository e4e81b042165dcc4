import type { Context, DataSource } from "../provider";
import type { ObjectValue, Value } from "../value";
import { accountId, arn, configuredRegion, partitionOf } from "./account";
import { describeCluster } from "./eks";
import { text } from "./text";

const zones = ["a", "b", "c"];

/** The region that a data source reads: its own, or the provider's. */
function regionOf(config: ObjectValue, context: Context): string {
  return text(config.region ?? configuredRegion(context));
}

const availabilityZones: DataSource = (config, context) => {
  const region = regionOf(config, context);
  return {
    id: region,
    region,
    group_names: [region],
    names: zones.map((zone) => `${region}${zone}`),
    zone_ids: zones.map((_, index) => `${region}-az${index + 1}`),
  };
};

const callerIdentity: DataSource = (_config, context) => ({
  id: accountId,
  account_id: accountId,
  arn: arn("iam", "", "user/offline", text(configuredRegion(context))),
  user_id: "AIDAOFFLINE",
});

const ecrAuthorizationToken: DataSource = (config, context) => {
  const region = regionOf(config, context);
  return {
    id: region,
    region,
    authorization_token: "b2ZmbGluZQ==",
    expires_at: "2025-01-01T12:00:00Z",
    password: "offline",
    proxy_endpoint: `https://${accountId}.dkr.ecr.${region}.${partitionOf(region).dnsSuffix}`,
    user_name: "AWS",
  };
};

const partition: DataSource = (_config, context) => {
  const found = partitionOf(text(configuredRegion(context)));
  return {
    id: found.partition,
    partition: found.partition,
    dns_suffix: found.dnsSuffix,
    reverse_dns_prefix: found.dnsSuffix.split(".").reverse().join("."),
  };
};

const eksCluster: DataSource = (config, context) => {
  const name = text(config.name);
  const own = context.find("aws_eks_cluster", name);
  const within = regionOf(config, context);
  const facts = describeCluster(name, within, context.identifier("oidc"));
  const found =
    own &&
    Object.fromEntries([...Object.keys(facts), "vpc_config"].map((key) => [key, own[key] ?? null]));
  return { id: name, region: within, ...(found ?? facts) };
};

const openidConnectProvider: DataSource = (config, context) => {
  const issuer = text(config.url).replace("https://", "");
  const region = text(configuredRegion(context));
  const id = arn("iam", "", `oidc-provider/${issuer}`, region);
  return { id, arn: id, client_id_list: ["sts.amazonaws.com"], url: issuer };
};

const subnet: DataSource = (config, context) => {
  const id = text(config.id) || context.identifier("subnet");
  const within = regionOf(config, context);
  const own: Readonly<Record<string, Value>> = context.find("aws_subnet", id) ?? {};
  return {
    id,
    region: within,
    arn: arn("ec2", within, `subnet/${id}`),
    availability_zone: own.availability_zone ?? `${within}a`,
    cidr_block: own.cidr_block ?? "10.0.0.0/24",
    owner_id: accountId,
    state: "available",
    vpc_id: own.vpc_id ?? context.identifier("vpc"),
  };
};

/** What is read, not managed. Objects that were not applied before are made up. */
export const dataSources = {
  aws_availability_zones: availabilityZones,
  aws_caller_identity: callerIdentity,
  aws_ecr_authorization_token: ecrAuthorizationToken,
  aws_eks_cluster: eksCluster,
  aws_iam_openid_connect_provider: openidConnectProvider,
  aws_partition: partition,
  aws_subnet: subnet,
};
