import { constructMutants } from "./construct-mutants";
import { exampleMutants } from "./example-mutants";
import { generatorMutants } from "./generator-mutants";
import type { Mutant } from "./mutant";
import { releaseMutants } from "./release-mutants";
import { ruleMutants } from "./rule-mutants";

/** Every mutant that a test must notice. */
export const mutants: readonly Mutant[] = [
  ...constructMutants,
  ...releaseMutants,
  ...ruleMutants,
  ...generatorMutants,
  ...exampleMutants,
];
