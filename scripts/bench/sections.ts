import { measureBindings } from "./bindings";
import { measureGenerate } from "./generate";
import { measureGo, measurePython } from "./languages";
import type { Section } from "./report";
import { measureTests } from "./tests";

const sections: Readonly<Record<string, () => Section | Promise<Section>>> = {
  generate: measureGenerate,
  test: measureTests,
  python: measurePython,
  go: measureGo,
  bindings: measureBindings,
};

/** The measurements of the sections with these names; of all if there is none. */
export function chooseSections(names: readonly string[]): (() => Section | Promise<Section>)[] {
  const known = Object.keys(sections);
  for (const name of names) {
    if (!known.includes(name)) {
      throw new Error(`There is no section "${name}": choose of ${known.join(", ")}.`);
    }
  }
  return (names.length > 0 ? names : known).map((name) => sections[name]);
}
