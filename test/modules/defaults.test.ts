import { describe, it } from "vitest";
import { modules } from "../../scripts/generate/modules";
import { expectExactly } from "../exact/exact";
import { offline, terraform } from "../terraform/terraform";
import { argumentsOf } from "./arguments";
import { callsOf } from "./calls";

describe.runIf(offline).each(modules)("the module $name", ({ name }) => {
  it("makes these resources of its required inputs, with these arguments and no others", async () => {
    const state = await terraform(callsOf(name, { it: {} })).apply();
    await expectExactly(`modules/${name}`, await argumentsOf(name, state, "it"));
  });
});
