import type { Attribute, Block, BlockType, CtyType, Nesting } from "../providers/schema";
import { type BindingSource, readBindingSource, type Struct } from "./binding-source";

/** Terraform's plugin protocol; only version 6 knows attributes with nested attributes. */
export type Protocol = 5 | 6;

/**
 * Derives a block's schema from the TypeScript of its cdktf binding.
 *
 * A binding does not hold the schema it was generated from. Lost are `sensitive`, `write_only`,
 * the schema's version and item counts above one.
 */
export function bindingSchema(text: string, protocol: Protocol): Block {
  const source = readBindingSource(text);
  return new Deriver(source, protocol).block(source.root);
}

class Deriver {
  constructor(
    private readonly source: BindingSource,
    private readonly protocol: Protocol,
  ) {}

  block(struct: Struct): Block {
    const attributes: Record<string, Attribute> = {};
    const blocks: Record<string, BlockType> = {};
    for (const name of names(struct)) {
      if (struct.arguments.get(name)?.isBlock) blocks[name] = this.blockType(struct, name);
      else attributes[name] = this.attribute(struct, name);
    }
    return {
      ...(Object.keys(attributes).length > 0 && { attributes }),
      ...(Object.keys(blocks).length > 0 && { block_types: blocks }),
    };
  }

  private blockType(struct: Struct, name: string): BlockType {
    const content = this.nested(struct, name);
    if (!content) throw new Error(`block "${name}" has no content`);
    const nesting = nestingOf(struct, name);
    const counted = nesting === "list" || nesting === "set";
    return {
      nesting_mode: nesting,
      block: this.block(content),
      ...(counted && !struct.arguments.get(name)?.optional && { min_items: 1 }),
      ...(counted && !struct.arguments.get(name)?.repeats && { max_items: 1 }),
    };
  }

  private attribute(struct: Struct, name: string): Attribute {
    const argument = struct.arguments.get(name);
    // What is nested in a provider's configuration has no class, and is never computed.
    const { computed, optional, required } = struct.properties.get(name) ?? {
      computed: false,
      optional: argument?.optional,
      required: !argument?.optional,
    };
    const flags = {
      ...(required && { required: true as const }),
      ...(optional && { optional: true as const }),
      ...(computed && { computed: true as const }),
    };
    const content = this.nested(struct, name);
    if (!content || this.protocol === 5) return { type: this.type(struct, name), ...flags };
    const attributes = Object.fromEntries(
      names(content).map((inner) => [inner, this.attribute(content, inner)]),
    );
    return { nested_type: { attributes, nesting_mode: nestingOf(struct, name) }, ...flags };
  }

  private type(struct: Struct, name: string): CtyType {
    const content = this.nested(struct, name);
    if (!content) {
      const type = renderedType(struct, name) ?? readType(struct, name);
      if (!type) throw new Error(`cannot tell the type of attribute "${name}"`);
      return type;
    }
    const attributes = names(content).map((inner) => [inner, this.type(content, inner)] as const);
    const object: CtyType = ["object", Object.fromEntries(attributes)];
    const nesting = nestingOf(struct, name);
    return nesting === "single" ? object : [nesting, object];
  }

  private nested(struct: Struct, name: string): Struct | undefined {
    const reader = struct.properties.get(name)?.reader ?? "";
    const created = reader.match(/= new (\w+?)(?:List|Map|OutputReference)\(/)?.[1] ?? "";
    return this.source.nested.get(struct.arguments.get(name)?.struct ?? created);
  }
}

function names(struct: Struct): string[] {
  return [...new Set([...struct.arguments.keys(), ...struct.properties.keys()])].sort();
}

function nestingOf(struct: Struct, name: string): Nesting {
  const rendered = struct.renderings.get(name)?.type;
  if (rendered === "struct") return "single";
  if (rendered === "list" || rendered === "set" || rendered === "map") return rendered;
  const [, kind, wrapsSet] =
    struct.properties
      .get(name)
      ?.reader.match(/= new \w+?(List|Map|OutputReference)\(this, "\w+"(?:, (true|false))?\)/) ?? [];
  if (kind === "List") return wrapsSet === "true" ? "set" : "list";
  if (kind === "Map") return "map";
  if (kind === "OutputReference") return "single";
  throw new Error(`cannot tell how "${name}" is nested`);
}

/** The type of what can be set, such as `list` of `stringList`. */
function renderedType(struct: Struct, name: string): CtyType | undefined {
  const { type, storageClassType } = struct.renderings.get(name) ?? {};
  const element = primitive(storageClassType?.match(/^(string|number|boolean)/)?.[1]);
  if (!element || type === "simple") return element;
  return type === "list" || type === "set" || type === "map" ? [type, element] : undefined;
}

/** The type of what is computed, such as `cdktf.Fn.tolist(this.getListAttribute('x'))`. */
function readType(struct: Struct, name: string): CtyType | undefined {
  const reader = struct.properties.get(name)?.reader ?? "";
  const [, kind, shape] =
    reader.match(/\.get(String|Number|Boolean|)(List|Map|)Attribute\(/) ??
    reader.match(/= new cdktf\.(String|Number|Boolean)(Map)\(/) ??
    [];
  if (shape === undefined) return undefined;
  const element = primitive(kind?.toLowerCase() || "string");
  if (!element || shape === "") return element;
  if (shape === "Map") return ["map", element];
  return [reader.includes("Fn.tolist(") ? "set" : "list", element];
}

function primitive(name: string | undefined): CtyType | undefined {
  if (name === "boolean") return "bool";
  return name === "string" || name === "number" ? name : undefined;
}
