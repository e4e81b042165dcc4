import type { ModuleDocs } from "../../../scripts/generate/terraform-docs";

/** A module with something of everything that the tables show. */
export const moduleDocs: ModuleDocs = {
  requirements: [
    { name: "terraform", version: ">= 1.2.0" },
    { name: "aws", version: ">= 6.0.0, < 7.0.0" },
    { name: "helm", version: "3.1.2" },
  ],
  providers: [
    { name: "helm", version: "3.1.2" },
    { name: "aws", version: ">= 6.0.0, < 7.0.0" },
  ],
  resources: [
    { provider: "hashicorp/aws", type: "aws_region", name: "here", mode: "data source" },
    { provider: "hashicorp/helm", type: "helm_release", name: "storage_class", mode: "resource" },
    { provider: "hashicorp/helm", type: "helm_release", name: "driver", mode: "resource" },
    { provider: "hashicorp/aws", type: "aws_efs_file_system", name: "this", mode: "resource" },
  ],
  inputs: [
    { name: "name", description: "Name.", type: "string", default: "efs-sc", required: false },
    { name: "empty", description: "", type: "string", default: "", required: false },
    { name: "count_of_volumes", description: "n", type: "number", default: 64, required: false },
    { name: "enabled", description: "n", type: "bool", default: false, required: false },
    { name: "nothing", description: "n", type: "any", default: null, required: false },
    { name: "no_items", description: "n", type: "list(string)", default: [], required: false },
    {
      name: "map",
      description: "n",
      type: "map(any)",
      default: { b: 1.5, a_b: ["x|y"], c: {} },
      required: false,
    },
    { name: "subnet_ids", description: "Subnets.", type: "list(string)", required: true },
    {
      name: "aws_region",
      description: "Region.",
      type: "object({\n    a_b = string\n  })",
      required: true,
    },
  ],
  outputs: [
    { name: "storage_class_name", description: "The class." },
    { name: "file_system_id", description: "" },
  ],
};
