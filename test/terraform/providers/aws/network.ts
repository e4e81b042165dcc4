import { BlockList } from "node:net";
import { ProviderError, type ResourceBehaviour } from "../provider";
import type { ObjectValue } from "../value";
import { accountId, arn } from "./account";
import { text } from "./text";

/** What is known by an id of its own, and has an ARN by it; with what else a create computes. */
function numbered(prefix: string, kind: string, computed: ObjectValue = {}): ResourceBehaviour {
  return {
    create: ({ region }, { identifier }) => {
      const id = identifier(prefix);
      return {
        id,
        arn: arn("ec2", text(region), `${kind}/${id}`),
        owner_id: accountId,
        ...computed,
      };
    },
  };
}

const subnet: ResourceBehaviour = {
  defaults: { map_public_ip_on_launch: false },
  create: (planned, context) => {
    if (context.all("aws_subnet").some((other) => overlap(planned, other))) {
      throw new ProviderError(
        "creating EC2 Subnet",
        `InvalidSubnet.Conflict: The CIDR '${text(planned.cidr_block)}' conflicts with another subnet`,
      );
    }
    const zone = { availability_zone: `${text(planned.region)}a` };
    return numbered("subnet", "subnet", zone).create?.(planned, context) ?? {};
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
  create: (planned, context) => ({
    ...numbered("sg", "security-group").create?.(planned, context),
    name: context.identifier("terraform"),
  }),
};

/** The network, and what leads from it to elsewhere. */
export const network = {
  aws_eip: numbered("eipalloc", "elastic-ip"),
  aws_internet_gateway: numbered("igw", "internet-gateway"),
  aws_nat_gateway: numbered("nat", "natgateway"),
  aws_route_table: numbered("rtb", "route-table"),
  aws_route_table_association: numbered("rtbassoc", "route-table-association"),
  aws_security_group: securityGroup,
  aws_subnet: subnet,
  aws_vpc: numbered("vpc", "vpc"),
  aws_vpc_endpoint: {
    ...numbered("vpce", "vpc-endpoint"),
    defaults: { vpc_endpoint_type: "Gateway" },
    computedBlocks: { dns_options: [], subnet_configuration: [] },
  },
  aws_vpc_security_group_ingress_rule: {
    ...numbered("sgr", "security-group-rule"),
    framework: { stable: ["arn", "id", "security_group_rule_id", "region"] },
  },
};
