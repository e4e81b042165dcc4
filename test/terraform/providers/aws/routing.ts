import type { ResourceBehaviour } from "../provider";
import { accountId, arn } from "./account";
import { text } from "./text";

// What is said here of ForceNew, defaults and computed blocks stands in
// https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service/ec2
// in ec2_eip.go, vpc_internet_gateway.go, vpc_nat_gateway.go, vpc_route_table.go,
// vpc_route_table_association.go and vpc_endpoint.go.

const eip: ResourceBehaviour = {
  forceNew: ["address", "domain", "public_ipv4_pool"],
  create: (_planned, { identifier }) => {
    const id = identifier("eipalloc");
    return { id, allocation_id: id, public_ip: "203.0.113.10" };
  },
};

const internetGateway: ResourceBehaviour = {
  create: ({ region }, { identifier }) => {
    const id = identifier("igw");
    return { id, arn: arn("ec2", text(region), `internet-gateway/${id}`), owner_id: accountId };
  },
};

const natGateway: ResourceBehaviour = {
  forceNew: ["allocation_id", "connectivity_type", "private_ip", "subnet_id"],
  defaults: { connectivity_type: "public" },
  create: (_planned, { identifier }) => ({
    id: identifier("nat"),
    network_interface_id: identifier("eni"),
    private_ip: "10.0.255.10",
    public_ip: "203.0.113.10",
  }),
};

const routeTable: ResourceBehaviour = {
  forceNew: ["vpc_id"],
  create: ({ region }, { identifier }) => {
    const id = identifier("rtb");
    return { id, arn: arn("ec2", text(region), `route-table/${id}`), owner_id: accountId };
  },
};

const routeTableAssociation: ResourceBehaviour = {
  forceNew: ["gateway_id", "subnet_id"],
  create: (_planned, { identifier }) => ({ id: identifier("rtbassoc") }),
};

const vpcEndpoint: ResourceBehaviour = {
  forceNew: ["service_name", "vpc_endpoint_type", "vpc_id"],
  defaults: { vpc_endpoint_type: "Gateway" },
  computedBlocks: { dns_options: [], subnet_configuration: [] },
  create: ({ region }, { identifier }) => {
    const id = identifier("vpce");
    return {
      id,
      arn: arn("ec2", text(region), `vpc-endpoint/${id}`),
      owner_id: accountId,
      state: "available",
    };
  },
};

/** What leads from the network to elsewhere. */
export const routing = {
  aws_eip: eip,
  aws_internet_gateway: internetGateway,
  aws_nat_gateway: natGateway,
  aws_route_table: routeTable,
  aws_route_table_association: routeTableAssociation,
  aws_vpc_endpoint: vpcEndpoint,
};
