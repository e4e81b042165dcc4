import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { propsOf, readAssembly } from "../../scripts/build/assembly";
import { modules } from "../../scripts/generate/modules";
import { make } from "./props";
import { synth } from "./synth";

const assembly = readAssembly(join(__dirname, "..", ".."));

describe.each(modules)("$construct.name", ({ name: module, construct: { name } }) => {
  const optional = propsOf(assembly, `${assembly.name}.${name}Props`)
    .map(({ property }) => property)
    .filter((property) => property.optional);
  const omitted = () => synth((scope) => make(module, scope));

  it.each(optional.filter(({ docs }) => !docs?.default?.startsWith("- ")))(
    "has the documented default of $name",
    ({ name: prop, docs }) => {
      const given = synth((scope) =>
        make(module, scope, { [prop]: JSON.parse(docs?.default ?? "") }),
      );
      expect(given).toEqual(omitted());
    },
  );

  it.each(optional)("takes null of $name for its default", ({ name: prop }) => {
    expect(synth((scope) => make(module, scope, { [prop]: null }))).toEqual(omitted());
  });
});
