import { type DataSource, ProviderError } from "../provider";
import { isObject, type ObjectValue, type Value } from "../value";

interface Statement {
  readonly Sid?: string;
  readonly [element: string]: unknown;
}

interface Document {
  Version?: string;
  Id?: string;
  Statement?: Statement[];
}

/**
 * Renders `aws_iam_policy_document` as the real provider does.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/iam/policy_document_data_source.go
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/iam/policy_model.go
 */
export const policyDocument: DataSource = (config) => {
  const merged: Document = {};
  for (const text of strings(config.source_policy_documents)) merge(merged, JSON.parse(text));
  const statements = objects(config.statement).map(statement);
  const ids = statements.flatMap(({ Sid }) => Sid ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) {
    throw new ProviderError(
      `writing IAM Policy Document: duplicate Sid (${twice}). Remove the Sid or ensure the Sid is unique.`,
      "",
    );
  }
  const version = config.version ?? "2012-10-17";
  merge(merged, {
    Version: String(version),
    ...(config.policy_id && { Id: String(config.policy_id) }),
    Statement: statements,
  });
  for (const text of strings(config.override_policy_documents)) merge(merged, JSON.parse(text));
  const { Version, Id, Statement } = merged;
  const document = { Version, Id, Statement: Statement?.length ? Statement : undefined };
  const json = escapeHtml(JSON.stringify(document, null, 2));
  return { id: json, json, minified_json: escapeHtml(JSON.stringify(document)), version };
};

/** Statements of the same Sid replace each other. */
function merge(into: Document, from: Document): void {
  if (from.Id) into.Id = from.Id;
  if (from.Version && from.Version > (into.Version ?? "")) into.Version = from.Version;
  into.Statement ??= [];
  for (const next of from.Statement ?? []) {
    const index = into.Statement.findIndex(({ Sid }) => Sid && Sid === next.Sid);
    if (index >= 0) into.Statement[index] = next;
    else into.Statement.push(next);
  }
}

function statement(config: ObjectValue): Statement {
  const elements: Record<string, unknown> = {
    Sid: config.sid || undefined,
    Effect: config.effect ?? "Allow",
    Action: list(config.actions),
    NotAction: list(config.not_actions),
    Resource: list(config.resources),
    NotResource: list(config.not_resources),
    Principal: principals(objects(config.principals)),
    NotPrincipal: principals(objects(config.not_principals)),
    Condition: conditions(objects(config.condition)),
  };
  const given = Object.entries(elements).filter(([, element]) => element !== undefined);
  return Object.fromEntries(given);
}

function principals(configs: ObjectValue[]): unknown {
  if (configs.length === 0) return undefined;
  const byType = group(configs, "type", "identifiers", (items) => items.sort().reverse());
  if (configs.length === 1 && byType["*"]?.join() === "*") return "*";
  return sorted(byType, single);
}

function conditions(configs: ObjectValue[]): unknown {
  if (configs.length === 0) return undefined;
  const tests = [...new Set(configs.map(({ test }) => String(test)))];
  const byTest = tests.map((test) => [
    test,
    group(
      configs.filter((config) => config.test === test),
      "variable",
      "values",
    ),
  ]);
  return sorted(Object.fromEntries(byTest), (variables: Record<string, string[]>) =>
    sorted(variables, single),
  );
}

function group(
  configs: ObjectValue[],
  key: string,
  values: string,
  order = (items: string[]) => items,
): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const config of configs) {
    const name = String(config[key]);
    const items = order(strings(config[values]).map(replaceVariables));
    groups[name] = [...(groups[name] ?? []), ...items];
  }
  return groups;
}

function sorted<T>(record: Record<string, T>, map: (value: T) => unknown): object {
  const entries = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value)]));
}

function list(value: Value | undefined): unknown {
  const items = strings(value).map(replaceVariables);
  return items.length === 0 ? undefined : single(items.sort().reverse());
}

function single(items: readonly string[]): unknown {
  return items.length === 1 ? items[0] : items;
}

/** Terraform would interpolate `\${`, so policies write `&{`. */
function replaceVariables(text: string): string {
  return text.replaceAll("&{", "${");
}

/** Go's encoder writes these characters so that JSON may stand in HTML. */
function escapeHtml(json: string): string {
  return json.replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
}

function strings(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => item !== null) : [];
}

function objects(value: Value | undefined): ObjectValue[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
