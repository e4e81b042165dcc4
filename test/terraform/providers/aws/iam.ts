import type { Context, ResourceBehaviour } from "../provider";
import type { ObjectValue } from "../value";
import { arn, configuredRegion } from "./account";
import { text } from "./text";

// What is said here of ForceNew, defaults and computed blocks stands in
// https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service/iam
// in role.go, role_policy.go and role_policy_attachment.go.

const role: ResourceBehaviour = {
  forceNew: ["name", "name_prefix", "path"],
  defaults: { force_detach_policies: false, max_session_duration: 3600, path: "/" },
  computedBlocks: { inline_policy: [] },
  create: (planned, context) => {
    const name = nameOf(planned, context);
    return {
      id: name,
      name,
      arn: globalArn(context, `role${text(planned.path)}${name}`),
      create_date: "2025-01-01T00:00:00Z",
      unique_id: context.identifier("AROA").replace("-", "").toUpperCase(),
    };
  },
};

const rolePolicy: ResourceBehaviour = {
  forceNew: ["name", "name_prefix", "role"],
  create: (planned, context) => {
    const name = nameOf(planned, context);
    return { id: `${text(planned.role)}:${name}`, name };
  },
};

const rolePolicyAttachment: ResourceBehaviour = {
  create: ({ role: name, policy_arn: attached }) => ({ id: `${text(name)}/${text(attached)}` }),
};

function nameOf({ name, name_prefix: prefix }: ObjectValue, { identifier }: Context): string {
  return text(name) || identifier(text(prefix) || "terraform");
}

function globalArn(context: Context, resource: string): string {
  return arn("iam", "", resource, text(configuredRegion(context)));
}

/** Identity and Access Management. */
export const iam = {
  aws_iam_role: role,
  aws_iam_role_policy: rolePolicy,
  aws_iam_role_policy_attachment: rolePolicyAttachment,
};
