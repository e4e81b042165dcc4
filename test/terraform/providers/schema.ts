/**
 * A provider's schema, in the form that `terraform providers schema -json` prints.
 *
 * @see https://developer.hashicorp.com/terraform/cli/commands/providers/schema
 */
export interface ProviderSchema {
  /** The provider's own configuration. */
  readonly provider: Schema;
  /** Schemas of managed resources by type. */
  readonly resource_schemas: Readonly<Record<string, Schema>>;
  /** Schemas of data sources by type. */
  readonly data_source_schemas: Readonly<Record<string, Schema>>;
}

/** Schema of one resource, data source or provider configuration. */
export interface Schema {
  readonly version: number;
  readonly block: Block;
}

/** What may stand between a pair of braces. */
export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, BlockType>>;
}

/** An argument (`name = value`), or a value that the provider computes. */
export interface Attribute {
  /** Its type, unless it is nested. */
  readonly type?: CtyType;
  /** Its attributes, where the provider describes them one by one (protocol 6 only). */
  readonly nested_type?: NestedType;
  readonly required?: true;
  readonly optional?: true;
  readonly computed?: true;
  readonly sensitive?: true;
  readonly write_only?: true;
}

/** An object, or a collection of objects, whose attributes have flags of their own. */
export interface NestedType {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly nesting_mode: Nesting;
}

/** A block inside a block (`name { ... }`). */
export interface BlockType {
  readonly nesting_mode: Nesting;
  readonly block: Block;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** How often a block or nested attribute occurs, and how it is kept. */
export type Nesting = "single" | "list" | "set" | "map";

/** A type as Terraform writes it in JSON. */
export type CtyType =
  | "string"
  | "number"
  | "bool"
  | readonly ["list" | "set" | "map", CtyType]
  | readonly ["object", Readonly<Record<string, CtyType>>];
