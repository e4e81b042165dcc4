import type { TerraformElement, TerraformStack } from "cdktf";

/** What `addOverride` was called with, by argument; private in TypeScript. */
export function overridesOf(element: TerraformElement | TerraformStack): Record<string, unknown> {
  return (element as unknown as { rawOverrides: Record<string, unknown> }).rawOverrides;
}

/** Throws if `addOverride` was called on something whose overrides are not printed. */
export function refuseOverrides(element: TerraformElement | TerraformStack): void {
  const name = Object.keys(overridesOf(element))[0];
  if (name === undefined) return;
  throw new Error(
    `${element.constructor.name} has an override of ${name}, which is not printed: do without it`,
  );
}
