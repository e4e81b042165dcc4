// The build bundles the parser from here into the package.
import { parse } from "yaml";

/** Whether a text is a YAML document that is a mapping, as the values of a chart are. */
export function isYamlMapping(text: unknown): boolean {
  try {
    const document: unknown = parse(String(text));
    return typeof document === "object" && document !== null && !Array.isArray(document);
  } catch {
    return false;
  }
}
