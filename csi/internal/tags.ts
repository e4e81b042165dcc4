import { Fn, Token } from "cdktf";
import { argument } from "./argument";

type Tags = { [key: string]: string };

/** The tags of the caller, under our own. */
export function withTags(tags: Tags = {}, own: Tags): Tags {
  return Token.isUnresolved(tags) ? Fn.merge([tags, argument(own)]) : { ...tags, ...own };
}
