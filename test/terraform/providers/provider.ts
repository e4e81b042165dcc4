import type { ProviderSchema } from "./schema";
import type { ObjectValue, Value } from "./value";

/** An error or warning that a provider reports to Terraform. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** The argument at fault. */
  readonly attribute?: string;
}

/** Thrown by a behaviour: Terraform shows it as the provider's error. */
export class ProviderError extends Error {
  constructor(
    readonly summary: string,
    readonly detail: string,
    readonly attribute?: string,
  ) {
    super(`${summary}: ${detail}`);
  }
}

/** Where a provider runs, as the real one would see it. */
export interface Surroundings {
  /** Terraform's working directory: what relative paths begin at. */
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A change as Terraform proposes it. */
export interface Proposal {
  /** The resource as it is; null before creation. */
  readonly prior: ObjectValue | null;
  /** The configuration, with what is computed taken over from `prior`. */
  readonly proposed: ObjectValue;
  readonly config: ObjectValue;
}

/** What a behaviour may look at besides the resource's own arguments. */
export interface Context extends Surroundings {
  /** The provider's configuration, that of an alias where one is used. */
  readonly configuration: ObjectValue;
  /**
   * Makes an identifier such as `fs-0c5fa3f2e1d4b6a78`.
   *
   * The same arguments give the same identifier, in each root configuration anew.
   */
  readonly identifier: (prefix: string) => string;
  /** Finds an object that exists by its type and the name that `terraform import` knows it by. */
  readonly find: (type: string, id: string) => ObjectValue | undefined;
  /** The objects of a type that exist. */
  readonly all: (type: string) => readonly ObjectValue[];
}

/** How a type of resource behaves beyond what its schema tells. */
export interface ResourceBehaviour {
  /** Arguments and blocks whose change replaces the object. */
  readonly forceNew?: readonly string[];
  /** What an argument becomes that is left out; one of a block by dotted path. */
  readonly defaults?: Readonly<Record<string, Value>>;
  /** Blocks that the provider fills in when they are left out. */
  readonly computedBlocks?: Readonly<Record<string, Value>>;
  /**
   * Given for a resource of terraform-plugin-framework, whose updates make what is computed
   * unknown again, but for what is named here.
   */
  readonly framework?: { readonly stable: readonly string[] };
  /** Refuses arguments that the provider refuses at `validate`. */
  readonly validate?: (config: ObjectValue) => void;
  /** Computes what the provider knows at plan already. */
  readonly plan?: (planned: ObjectValue, proposal: Proposal, context: Context) => ObjectValue;
  /** Computes what is known after creation. */
  readonly create?: (planned: ObjectValue, context: Context) => ObjectValue;
  /** Computes what an update changes besides the arguments. */
  readonly update?: (planned: ObjectValue, prior: ObjectValue, context: Context) => ObjectValue;
  /** What a refresh makes of the state, where the provider cannot read all of the object. */
  readonly read?: (state: ObjectValue, found: ObjectValue) => ObjectValue;
  /** What an import tells of an object, where the provider cannot read all of it. */
  readonly imported?: (found: ObjectValue) => ObjectValue;
  /** What `terraform import` calls an object; its `id` unless said otherwise. */
  readonly importId?: (state: ObjectValue) => string;
}

/** Reads a data source. */
export type DataSource = (config: ObjectValue, context: Context) => ObjectValue;

/** A provider: its schema and how it behaves. */
export interface Provider {
  /** Its address without the registry, such as `hashicorp/aws`. */
  readonly source: string;
  readonly schema: ProviderSchema;
  /** What the provider is written with: terraform-plugin-sdk or -framework. */
  readonly library: "sdk" | "framework";
  /** Takes away what an import may add to the name of an object. */
  readonly plainImportId?: (id: string) => string;
  readonly configure?: (config: ObjectValue, surroundings: Surroundings) => void;
  /** Where a configuration's objects are, apart from those of the same name elsewhere. */
  readonly place?: (configuration: ObjectValue) => string;
  readonly resources: Readonly<Record<string, ResourceBehaviour>>;
  readonly dataSources: Readonly<Record<string, DataSource>>;
}
