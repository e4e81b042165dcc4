import type { Files } from "../terraform/terraform";
import { validInputs } from "./valid-inputs";

/**
 * A root that calls a module several times, each from a file of its own: errors tell the file.
 *
 * @param inputs Inputs by the name of the call; the required ones that are left out are valid.
 */
export function callsOf(module: string, inputs: Readonly<Record<string, object>>): Files {
  const calls = Object.entries(inputs).map(([name, given]) => {
    const call = { source: `./modules/csi/${module}`, ...validInputs[module], ...given };
    // Nothing in them is a template: https://developer.hashicorp.com/terraform/language/syntax/json
    const json = JSON.stringify({ module: { [name]: call } }).replace(/[$%](?=\{)/g, "$&$&");
    return [`${name}.tf.json`, json];
  });
  return {
    "providers.tf": 'provider "aws" {\n  region = "us-west-2"\n}\n',
    ...Object.fromEntries(calls),
  };
}
