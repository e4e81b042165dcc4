import { snakeCase } from "../../scripts/build/assembly";
import { modules } from "../../scripts/generate/modules";
import { requiredProps } from "../input-cases";

type Values = Readonly<Record<string, unknown>>;

/** For each module the required inputs, with values that it accepts. */
export const validInputs: Readonly<Record<string, Values>> = Object.fromEntries(
  modules.map(({ name, imports = {} }) => {
    const inputs = Object.entries(requiredProps[name]).flatMap(([prop, value]) =>
      prop in imports ? Object.entries(value as Values) : [[prop, value] as const],
    );
    return [name, Object.fromEntries(inputs.map(([prop, value]) => [snakeCase(prop), value]))];
  }),
);
