import { sample } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { snakeCase } from "../../scripts/build/assembly";
import type { Input } from "../../scripts/generate/contract";
import { casesOf } from "../input-cases";
import { offline, type State, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";
import { accepts, candidatesFor, hasCandidates } from "./candidates";
import { contracts } from "./contracts";

const COUNT = 6;

/** Generated texts that the rules of an input accept, by themselves or as a list of one. */
function accepted(module: string, input: Input): string[] {
  const values = sample(candidatesFor(module, input), { numRuns: 100 * COUNT, seed: 11 });
  const texts = values
    .filter((value) => accepts(input, value) && (!Array.isArray(value) || value.length === 1))
    .map((value) => String(value));
  expect(new Set(texts).size).toBeGreaterThanOrEqual(COUNT);
  return [...new Set(texts)].slice(0, COUNT);
}

/** Hides what differs between two calls: ids, digests, the partition of the region. */
function hidden(text: string): string {
  return text
    .replace(/\b[0-9a-f]{8}(-[0-9a-f-]{27}|[0-9a-f]{8,9})?\b/g, "#")
    .replace(/arn:aws[a-z-]*:/g, "arn:aws:");
}

/** What a call gave to its resources, with texts in YAML and JSON read. */
function given(state: State, call: string): unknown {
  const read = (value: unknown, name = ""): unknown => {
    if (Array.isArray(value)) return value.map((item) => read(item, name));
    if (typeof value === "object" && value !== null) {
      return Object.entries(value).map(([key, part]) => [read(key), read(part, key)]);
    }
    if (typeof value !== "string") return value;
    if (name === "values") return read(parse(value));
    if (name === "policy") return read(JSON.parse(value));
    return hidden(value);
  };
  const wanted = ["namespace", "policy", "tags", "triggers_replace", "values"];
  return [...state.resources]
    .filter(([address]) => address.startsWith(`module.${call}.`))
    .map(([address, values]) => [
      address.slice(`module.${call}.`.length),
      wanted.map((name) => read(values[name], name)),
    ]);
}

/** Puts other texts into the place of these, wherever they stand within what was given. */
function replaced(value: unknown, texts: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, texts));
  if (typeof value !== "string") return value;
  const found = new RegExp(Object.keys(texts).map(escaped).join("|"), "g");
  return hidden(value.replace(found, (text) => texts[text]));
}

function escaped(text: string): string {
  return text.replace(/[*+?.|()[\]{}\\^$]/g, "\\$&");
}

describe.runIf(offline).each(contracts)("what the module $name accepts", (module) => {
  // Versions, ARNs and account ids are taken apart, and their rules leave no room for anything else.
  // A chart is fetched, and one mount option stands in place of another.
  const taken = /_version$|_arns?$|_account_ids$|^chart_repository$|^mount_options$/;
  const inputs = module.inputs.filter((input) => hasCandidates(input) && !taken.test(input.name));
  const isList = (name: string) => inputs.some((it) => it.name === name && it.type !== "string");
  /** A text for each input, which is found again in what comes out. */
  const plain = Object.fromEntries(
    inputs.map((input) => {
      const { name, prop } = input;
      const own = `plain-${name.replaceAll("_", "-")}`;
      const fits = accepts(input, isList(name) ? [own] : own);
      return [name, fits ? own : String([casesOf(module.name, prop).accepted].flat(2)[0])];
    }),
  );
  const generated = inputs.map((input) => [input.name, accepted(module.name, input)] as const);
  const hostile = Array.from({ length: COUNT }, (_, index) =>
    Object.fromEntries(generated.map(([name, texts]) => [name, texts[index]])),
  );
  /** What some of them are given together with. */
  const others = inputs.flatMap(({ prop }) =>
    Object.entries(casesOf(module.name, prop).given ?? {}).map(([other, value]) => [
      snakeCase(other),
      value,
    ]),
  );
  /** The inputs of a call that is given these texts. */
  const call = (texts: Readonly<Record<string, string>>) => ({
    ...Object.fromEntries(others),
    ...Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, isList(name) ? [text] : text]),
    ),
  });
  let state: State;

  beforeAll(async () => {
    const cases = hostile.map((texts, index) => [`case_${index}`, call(texts)]);
    const calls = { plain: call(plain), ...Object.fromEntries(cases) };
    state = await terraform(callsOf(module.name, calls)).apply();
  });

  it.each(hostile.map((texts, index) => ({ texts, index })))(
    "comes out of YAML, JSON and tags as it went in: $texts",
    ({ texts: inputs, index }) => {
      const texts = Object.entries(inputs).map(([name, value]) => [hidden(plain[name]), value]);
      expect(given(state, `case_${index}`)).toEqual(
        replaced(given(state, "plain"), Object.fromEntries(texts)),
      );
    },
  );
});
