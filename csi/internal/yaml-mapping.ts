// The build bundles the parser from here into the package.
import { isMap, parseDocument } from "yaml";

/**
 * Whether a text is a YAML document that is a mapping, as the values of a chart
 * are. As for Terraform equal keys are no fault, and an unknown tag is one.
 */
export function isYamlMapping(text: unknown): boolean {
  const document = parseDocument(String(text), { uniqueKeys: false });
  try {
    document.toJS();
  } catch {
    return false; // An alias without its anchor.
  }
  const faults = [...document.errors, ...document.warnings];
  return isMap(document.contents) && faults.length === 0;
}
