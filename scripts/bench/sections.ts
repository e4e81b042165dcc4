import { measureBindings } from "./bindings";
import { measureGenerate } from "./generate";
import { measureGo, measurePython } from "./languages";
import type { Section } from "./report";
import { measureTests } from "./tests";

/** A section of the benchmark, before it is measured. */
export interface Measurement {
  /** Whether it reads the packages in dist/, besides lib/ and .jsii. */
  readonly needsPackages: boolean;
  readonly measure: () => Section | Promise<Section>;
}

const measurements: Readonly<Record<string, Measurement>> = {
  generate: { needsPackages: false, measure: measureGenerate },
  test: { needsPackages: false, measure: measureTests },
  python: { needsPackages: true, measure: measurePython },
  go: { needsPackages: true, measure: measureGo },
  bindings: { needsPackages: true, measure: measureBindings },
};

/** The measurements of the sections with these names; of all if there is none. */
export function chooseSections(names: readonly string[]): Measurement[] {
  const known = Object.keys(measurements);
  for (const name of names) {
    if (!known.includes(name)) {
      throw new Error(`There is no section "${name}": choose of ${known.join(", ")}.`);
    }
  }
  return (names.length > 0 ? names : known).map((name) => measurements[name]);
}
