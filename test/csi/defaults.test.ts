import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { propsOf, readAssembly } from "../../scripts/build/assembly";
import { make } from "./props";
import { synth } from "./synth";

const assembly = readAssembly(join(__dirname, "..", ".."));

describe.each(Object.entries(make))("%s", (name, construct) => {
  const optional = propsOf(assembly, `${assembly.name}.${name}Props`)
    .map(({ property }) => property)
    .filter((property) => property.optional);
  const omitted = () => synth((scope) => construct(scope));

  it.each(optional.filter(({ docs }) => !docs?.default?.startsWith("- ")))(
    "has the documented default of $name",
    ({ name: prop, docs }) => {
      const given = synth((scope) => construct(scope, { [prop]: JSON.parse(docs?.default ?? "") }));
      expect(given).toEqual(omitted());
    },
  );

  it.each(optional)("takes null of $name for its default", ({ name: prop }) => {
    expect(synth((scope) => construct(scope, { [prop]: null }))).toEqual(omitted());
  });
});
