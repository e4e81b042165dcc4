import { Fn, Token } from "cdktf";

/**
 * Text of a form whose every `%s` is a value. Of a string with a token among the arguments of a
 * function cdktf warns, in vain, so Terraform's own function puts it together there.
 */
export function formatted(form: string, ...values: string[]): string {
  if (values.some((value) => Token.isUnresolved(value))) return Fn.format(form, values);
  return values.reduce((text, value) => text.replace("%s", () => value), form);
}
