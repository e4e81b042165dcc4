import { constructMutants } from "./construct-mutants";
import { generatorMutants } from "./generator-mutants";
import type { Mutant } from "./mutant";
import { ruleMutants } from "./rule-mutants";

/** Every mutant that a test must notice. */
export const mutants: readonly Mutant[] = [
  ...constructMutants,
  ...ruleMutants,
  ...generatorMutants,
];
