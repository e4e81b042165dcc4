import { resolve } from "./apply";
import type { Cloud } from "./cloud";
import { planChange } from "./plan";
import { type Context, type Provider, ProviderError, type Surroundings } from "./provider";
import type { Schema } from "./schema";
import { readOnlyAttributes } from "./validate";
import { type DynamicValue, fromWire, type ObjectValue, toWire, type Value } from "./value";

/** What Terraform sends; each request carries the parts that it needs. */
export interface Request {
  readonly type_name: string;
  readonly config: DynamicValue;
  readonly prior_state: DynamicValue;
  readonly proposed_new_state: DynamicValue;
  readonly planned_state: DynamicValue;
  readonly current_state: DynamicValue;
  readonly raw_state: { readonly json: Uint8Array };
  readonly id: string;
}

/** What the provider answers, by the names of the protocol. */
export type Response = Readonly<Record<string, unknown>>;

/** One root configuration's view of a provider: answers what Terraform asks of it. */
export class Requests {
  private readonly configurations = new Map<string, ObjectValue>();

  constructor(
    private readonly provider: Provider,
    private readonly cloud: Cloud,
    private readonly surroundings: Surroundings,
  ) {}

  ValidateProviderConfig({ config }: Request): Response {
    const { block } = this.provider.schema.provider;
    return { diagnostics: readOnlyAttributes(block, fromWire(config)) };
  }

  /** @param peer The connection: Terraform opens one for each configuration of a provider. */
  ConfigureProvider({ config }: Request, peer: string): Response {
    const configuration = fromWire(config) as ObjectValue;
    this.provider.configure?.(configuration, this.surroundings);
    this.configurations.set(peer, configuration);
    return {};
  }

  ValidateResourceConfig({ type_name: type, config }: Request): Response {
    const value = fromWire(config) as ObjectValue;
    const { validate } = this.provider.resources[type] ?? {};
    validate?.(value);
    const { block } = this.resource(type);
    return { diagnostics: readOnlyAttributes(block, value) };
  }

  ValidateDataResourceConfig({ type_name: type, config }: Request): Response {
    const { block } = this.dataSource(type);
    return { diagnostics: readOnlyAttributes(block, fromWire(config)) };
  }

  UpgradeResourceState({ raw_state: { json } }: Request): Response {
    return { upgraded_state: toWire(JSON.parse(Buffer.from(json).toString())) };
  }

  PlanResourceChange(request: Request, peer: string): Response {
    const { type_name: type } = request;
    const proposed = fromWire(request.proposed_new_state) as ObjectValue | null;
    if (!proposed) return { planned_state: request.proposed_new_state };
    const { planned, replacedBy } = planChange(
      this.resource(type).block,
      this.provider.resources[type] ?? {},
      {
        prior: fromWire(request.prior_state) as ObjectValue | null,
        proposed,
        config: fromWire(request.config) as ObjectValue,
      },
      this.context(peer, type, proposed),
    );
    return {
      planned_state: toWire(planned),
      requires_replace: replacedBy.map((name) => ({ steps: [{ attribute_name: name }] })),
      legacy_type_system: this.provider.library === "sdk",
    };
  }

  ApplyResourceChange(request: Request, peer: string): Response {
    const { type_name: type } = request;
    const prior = fromWire(request.prior_state) as ObjectValue | null;
    const planned = fromWire(request.planned_state) as ObjectValue | null;
    if (!planned) {
      if (prior) this.cloud.delete(type, this.key(peer, this.importId(type, prior)));
      return { new_state: request.planned_state };
    }
    const behaviour = this.provider.resources[type] ?? {};
    const context = this.context(peer, type, planned);
    const computed = prior
      ? { ...prior, ...behaviour.update?.(planned, prior, context) }
      : (behaviour.create?.(planned, context) ?? {});
    const state = resolve(this.resource(type).block, planned, computed);
    this.cloud.put(type, this.key(peer, this.importId(type, state)), state);
    return { new_state: toWire(state), legacy_type_system: this.provider.library === "sdk" };
  }

  ReadResource({ type_name: type, current_state: current }: Request, peer: string): Response {
    const state = fromWire(current) as ObjectValue;
    const found = this.cloud.get(type, this.key(peer, this.importId(type, state)));
    const { read } = this.provider.resources[type] ?? {};
    return { new_state: toWire(found ? (read?.(state, found) ?? found) : null) };
  }

  ImportResourceState({ type_name: type, id }: Request, peer: string): Response {
    const plain = this.provider.plainImportId?.(id) ?? id;
    const key = this.key(peer, plain);
    // What a test declares is nowhere yet, and from now on where it is imported.
    const found = this.cloud.get(type, key) ?? this.cloud.get(type, plain);
    if (!found) {
      throw new ProviderError(
        "Cannot import non-existent remote object",
        `No ${type} with the id "${id}" was applied or declared before.`,
      );
    }
    this.cloud.declare(type, key, found);
    const { imported } = this.provider.resources[type] ?? {};
    const state = toWire(imported?.(found) ?? found);
    return { imported_resources: [{ type_name: type, state }] };
  }

  ReadDataSource({ type_name: type, config }: Request, peer: string): Response {
    const read = this.provider.dataSources[type];
    if (!read) throw new Error(`the data source ${type} has no behaviour`);
    const { block } = this.dataSource(type);
    const value = fromWire(config) as ObjectValue;
    const context = this.context(peer, type, value);
    const proposal = { prior: null, proposed: value, config: value };
    const { planned } = planChange(block, {}, proposal, context);
    return { state: toWire({ ...resolve(block, planned, {}), ...read(value, context) }) };
  }

  StopProvider(): Response {
    return {};
  }

  private resource(type: string): Schema {
    const schema = this.provider.schema.resource_schemas[type];
    if (!schema) throw new Error(`the offline provider knows no resource type ${type}`);
    return schema;
  }

  private dataSource(type: string): Schema {
    const schema = this.provider.schema.data_source_schemas[type];
    if (!schema) throw new Error(`the offline provider knows no data source ${type}`);
    return schema;
  }

  private importId(type: string, state: ObjectValue): string {
    return this.provider.resources[type]?.importId?.(state) ?? String(state.id);
  }

  /** What the cloud knows an object by. */
  private key(peer: string, id: string): string {
    const place = this.provider.place?.(this.configurations.get(peer) ?? {});
    return place ? `${id} in ${place}` : id;
  }

  private context(peer: string, type: string, seed: Value): Context {
    return {
      ...this.surroundings,
      configuration: this.configurations.get(peer) ?? {},
      identifier: (prefix) => this.cloud.identifier(prefix, [type, seed]),
      find: (other, id) => this.cloud.get(other, this.key(peer, id)),
      all: (other) => this.cloud.all(other),
    };
  }
}
