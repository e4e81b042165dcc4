/**
 * Whether a text is a YAML document that is a mapping, as the values of a chart
 * are. As for Terraform equal keys are no fault, and an unknown tag is one.
 */
export function isYamlMapping(text: unknown): boolean {
  // The build bundles it into this file. It is read where it is used: few programs have such values.
  const { isMap, parseDocument }: typeof import("yaml") = require("yaml");
  const document = parseDocument(String(text), { uniqueKeys: false });
  try {
    document.toJS();
  } catch {
    return false; // An alias without its anchor.
  }
  const faults = [...document.errors, ...document.warnings];
  return isMap(document.contents) && faults.length === 0;
}
