import { BlockList } from "node:net";
import { ProviderError, type ResourceBehaviour } from "../provider";
import type { ObjectValue } from "../value";
import { accountId, arn } from "./account";
import { text } from "./text";

// What is said here of ForceNew and defaults stands in
// https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service/ec2
// in vpc_.go, vpc_subnet.go, vpc_security_group.go and vpc_security_group_ingress_rule.go.

const vpc: ResourceBehaviour = {
  forceNew: ["cidr_block", "ipv4_ipam_pool_id", "ipv4_netmask_length"],
  defaults: { enable_dns_support: true, instance_tenancy: "default" },
  create: ({ region }, { identifier }) => {
    const id = identifier("vpc");
    return {
      id,
      arn: arn("ec2", text(region), `vpc/${id}`),
      default_network_acl_id: identifier("acl"),
      default_route_table_id: identifier("rtb"),
      default_security_group_id: identifier("sg"),
      dhcp_options_id: identifier("dopt"),
      main_route_table_id: identifier("rtb"),
      owner_id: accountId,
    };
  },
};

const subnet: ResourceBehaviour = {
  forceNew: [
    "availability_zone",
    "availability_zone_id",
    "cidr_block",
    "ipv4_ipam_pool_id",
    "ipv4_netmask_length",
    "ipv6_ipam_pool_id",
    "ipv6_native",
    "ipv6_netmask_length",
    "outpost_arn",
    "vpc_id",
  ],
  defaults: {
    assign_ipv6_address_on_creation: false,
    enable_dns64: false,
    enable_resource_name_dns_a_record_on_launch: false,
    enable_resource_name_dns_aaaa_record_on_launch: false,
    ipv6_native: false,
    map_public_ip_on_launch: false,
  },
  create: (planned, { identifier, all }) => {
    if (all("aws_subnet").some((other) => overlap(planned, other))) {
      throw new ProviderError(
        "creating EC2 Subnet",
        `InvalidSubnet.Conflict: The CIDR '${text(planned.cidr_block)}' conflicts with another subnet`,
      );
    }
    const { region, availability_zone: zone } = planned;
    const id = identifier("subnet");
    return {
      id,
      arn: arn("ec2", text(region), `subnet/${id}`),
      availability_zone: `${text(region)}a`,
      availability_zone_id: `${text(region)}-az${" abcdef".indexOf(text(zone).slice(-1) || "a")}`,
      owner_id: accountId,
      private_dns_hostname_type_on_launch: "ip-name",
    };
  },
};

/** Whether two subnets of one VPC share addresses: one begins within the other. */
function overlap(one: ObjectValue, other: ObjectValue): boolean {
  const within = ({ cidr_block: block }: ObjectValue, { cidr_block: range }: ObjectValue) => {
    const [network, prefix] = text(range).split("/");
    const addresses = new BlockList();
    addresses.addSubnet(network, Number(prefix));
    return addresses.check(text(block).split("/")[0]);
  };
  return one.vpc_id === other.vpc_id && (within(one, other) || within(other, one));
}

const securityGroup: ResourceBehaviour = {
  forceNew: ["description", "name", "name_prefix", "vpc_id"],
  defaults: { description: "Managed by Terraform", revoke_rules_on_delete: false },
  create: ({ region }, { identifier }) => {
    const id = identifier("sg");
    return {
      id,
      arn: arn("ec2", text(region), `security-group/${id}`),
      name: identifier("terraform"),
      owner_id: accountId,
      vpc_id: identifier("vpc"),
    };
  },
};

const rule: ResourceBehaviour = {
  forceNew: ["security_group_id"],
  framework: { stable: ["arn", "id", "security_group_rule_id", "region"] },
  create: ({ region }, { identifier }) => {
    const id = identifier("sgr");
    return {
      id,
      arn: arn("ec2", text(region), `security-group-rule/${id}`),
      security_group_rule_id: id,
    };
  },
};

/** The network: VPC, subnets, security groups. */
export const network = {
  aws_vpc: vpc,
  aws_subnet: subnet,
  aws_security_group: securityGroup,
  aws_vpc_security_group_ingress_rule: rule,
};
