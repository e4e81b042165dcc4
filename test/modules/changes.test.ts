import { beforeAll, describe, expect, it } from "vitest";
import type { Doing } from "../../scripts/generate/changes";
import { expectExactly } from "../exact/exact";
import { offline, type Plan, type State, terraform } from "../terraform/terraform";
import { argumentsOf, differences } from "./arguments";
import { callsOf } from "./calls";
import { allInputsOf, changesOf } from "./changes";
import { contracts } from "./contracts";
import { validInputs } from "./valid-inputs";

const doings: Readonly<Record<string, Doing>> = {
  create: "creates",
  update: "updates",
  replace: "replaces",
  delete: "deletes",
};

/** What a plan does to a call, as the table says it: a resource without index is every instance. */
function doneTo(call: string, plan: Plan): Partial<Record<Doing, string[]>> {
  const planned = [...plan.changes.values()]
    .filter(({ address }) => address.startsWith(`module.${call}.`))
    .map(({ address, action }) => ({ address: address.slice(`module.${call}.`.length), action }));
  const resource = (address: string) => address.replace(/\[.*\]$/, "");
  const done: Partial<Record<Doing, string[]>> = {};
  for (const { address, action } of planned) {
    if (action === "no-op") continue;
    const instances = planned.filter((other) => resource(other.address) === resource(address));
    const all = instances.every((instance) => instance.action === action);
    const name = all ? resource(address) : address;
    done[doings[action]] = [...new Set([...(done[doings[action]] ?? []), name])];
  }
  return done;
}

/** What the description of an input says where its change replaces a resource. */
const losses = {
  "aws_efs_file_system.this": "change replaces the file system, and its data is lost.",
  "aws_s3files_file_system.this": "change replaces the file system.",
  "helm_release.driver": "Choose it once: a change reinstalls the driver",
};

const tables = contracts.map(({ name, inputs }) => ({ name, inputs, changes: changesOf(name) }));

it.each(
  tables.flatMap(({ name: module, inputs, changes }) =>
    changes.flatMap(({ after = {}, terraform }) =>
      inputs
        .filter(({ name }) => name in after)
        .map(({ name, description }) => ({ module, name, description, ...terraform }))
        .filter(({ replaces = [] }) => replaces.some((it) => it in losses)),
    ),
  ),
)("$name of $module warns of what its change takes away", ({ description, replaces = [] }) => {
  for (const [resource, words] of Object.entries(losses)) {
    if (replaces.includes(resource)) expect(description).toContain(words);
  }
});

describe.runIf(offline).each(tables)("$name", ({ name, inputs, changes }) => {
  const takesNamespace = inputs.some((input) => input.name === "namespace");
  const all = allInputsOf(changes);
  // What there is before a change is made once, and each change begins with a copy of it. All but
  // the first have a namespace of their own, which takes one driver.
  const texts = [...new Set(["{}", ...changes.map(({ before = {} }) => JSON.stringify(before))])];
  const origins = Object.fromEntries(
    [...texts.map((text) => JSON.parse(text)), all].map((inputs, index) => [
      `origin_${index}`,
      { ...(takesNamespace && index > 0 && { namespace: `origin-${index}` }), ...inputs },
    ]),
  );
  const [fewest, most] = ["origin_0", `origin_${texts.length}`];
  const calls = changes.map((row, index) => ({
    ...row,
    call: `change_${index}`,
    origin: `origin_${texts.indexOf(JSON.stringify(row.before ?? {}))}`,
  }));
  const changed = calls.map(({ call, origin, after }) => [call, { ...origins[origin], ...after }]);
  const replacing = calls.flatMap(({ call, replace = [] }) =>
    replace.map((address) => `-replace=module.${call}.${address}`),
  );
  const earlier = terraform(callsOf(name, origins));
  const later = earlier.edited(callsOf(name, { ...origins, ...Object.fromEntries(changed) }));
  let applied: State;
  let plan: Plan;

  beforeAll(async () => {
    applied = await earlier.apply();
    earlier.copyModules(calls.map(({ call, origin }) => [origin, call]));
    plan = await later.plan({}, ...replacing);
  }, 180_000);

  it("makes these resources of its required inputs, with these arguments and no others", async () => {
    await expectExactly(`modules/${name}`, await argumentsOf(name, applied.resources, fewest));
  });

  it("plans nothing after the first apply, with the fewest inputs and with all", () => {
    expect(Object.keys({ ...validInputs[name], ...all }).sort()).toEqual(
      inputs.map((input) => input.name).sort(),
    );
    expect([doneTo(fewest, plan), doneTo(most, plan)]).toEqual([{}, {}]);
    expect(plan.warnings).toEqual([]);
  });

  it.each(calls)("$what: as the README says", ({ call, terraform: expected }) => {
    expect(doneTo(call, plan)).toEqual(expected);
  });

  it("changes these arguments, and no others", async () => {
    const planned = [...plan.changes.values()];
    const [was, is] = (["before", "after"] as const).map((when) =>
      planned.flatMap(({ address, [when]: it }) => (it ? [[address, it] as const] : [])),
    );
    const exact: Record<string, object> = {};
    for (const { what, call } of calls) {
      const [before, after] = [was, is].map((it) => argumentsOf(name, it, call));
      const changes = differences(await before, await after);
      if (Object.keys(changes).length > 0) exact[what] = changes;
    }
    await expectExactly(`modules/${name}-changes`, exact);
  });
});
