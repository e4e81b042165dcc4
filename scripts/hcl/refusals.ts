import type { TerraformElement, TerraformStack } from "cdktf";

/**
 * Throws if one of these properties is set.
 *
 * @param instead by the property's name, what to do instead of setting it.
 */
export function refuseProperties(holder: object, instead: Record<string, string>): void {
  const set = Object.keys(instead).find((name) => {
    const value = (holder as Record<string, unknown>)[name];
    return value !== undefined && value !== false;
  });
  if (set) throw new Error(`has ${set}, which is not printed: ${instead[set]}`);
}

/** Throws if `addOverride` was called on an element or a stack. */
export function refuseOverrides(element: TerraformElement | TerraformStack): void {
  const { rawOverrides } = element as unknown as { rawOverrides: object };
  const [name] = Object.keys(rawOverrides);
  if (name !== undefined) {
    throw new Error(
      `${element.constructor.name} has an override of ${name}, which is not printed: ` +
        "set the property, in the construct that makes the element",
    );
  }
}
