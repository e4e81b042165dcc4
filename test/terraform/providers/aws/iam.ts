import type { Context, ResourceBehaviour } from "../provider";
import type { ObjectValue } from "../value";
import { arn, configuredRegion } from "./account";
import { text } from "./text";

// What is said here of ForceNew, defaults and computed blocks stands in
// https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service/iam
// in role.go, policy.go, role_policy.go, role_policy_attachment.go and openid_connect_provider.go.

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

const policy: ResourceBehaviour = {
  forceNew: ["description", "name", "name_prefix", "path"],
  defaults: { path: "/" },
  create: (planned, context) => {
    const name = nameOf(planned, context);
    const id = globalArn(context, `policy${text(planned.path)}${name}`);
    const policyId = context.identifier("ANPA").replace("-", "").toUpperCase();
    return { id, arn: id, name, policy_id: policyId };
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
  forceNew: ["policy_arn", "role"],
  create: ({ role: name, policy_arn: attached }) => ({ id: `${text(name)}/${text(attached)}` }),
};

const openidConnectProvider: ResourceBehaviour = {
  forceNew: ["url"],
  create: ({ url }, context) => {
    const id = globalArn(context, `oidc-provider/${text(url).replace("https://", "")}`);
    return { id, arn: id };
  },
};

// https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/kms/key.go
const key: ResourceBehaviour = {
  forceNew: ["customer_master_key_spec", "key_usage", "multi_region"],
  defaults: {
    bypass_policy_lockout_safety_check: false,
    customer_master_key_spec: "SYMMETRIC_DEFAULT",
    enable_key_rotation: false,
    is_enabled: true,
    key_usage: "ENCRYPT_DECRYPT",
  },
  create: ({ region }, { identifier }) => {
    const id = identifier("key");
    return { id, key_id: id, arn: arn("kms", text(region), `key/${id}`) };
  },
};

function nameOf({ name, name_prefix: prefix }: ObjectValue, { identifier }: Context): string {
  return text(name) || identifier(text(prefix) || "terraform");
}

function globalArn(context: Context, resource: string): string {
  return arn("iam", "", resource, text(configuredRegion(context)));
}

/** Identity and Access Management, and the keys of KMS. */
export const iam = {
  aws_iam_role: role,
  aws_iam_policy: policy,
  aws_iam_role_policy: rolePolicy,
  aws_iam_role_policy_attachment: rolePolicyAttachment,
  aws_iam_openid_connect_provider: openidConnectProvider,
  aws_kms_key: key,
};
