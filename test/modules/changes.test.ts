import { beforeAll, describe, expect, it } from "vitest";
import type { Doing } from "../../scripts/generate/change-table";
import { modules } from "../../scripts/generate/modules";
import { offline, type Plan, type State, terraform } from "../terraform/terraform";
import { callsOf } from "./calls";

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
  const resource = (address: string) => address.replace(/\[\d+\]$/, "");
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

describe.runIf(offline).each(modules)("$name", ({ name, changes }) => {
  // One call for each change. A namespace takes one driver, so each call has its own.
  const calls = changes.map((row, index) => ({
    ...row,
    call: `change_${index}`,
    before: { namespace: `change-${index}`, ...row.before },
  }));
  const before = calls.map(({ call, before }) => [call, before]);
  const after = calls.map(({ call, before, after }) => [call, { ...before, ...after }]);
  const earlier = terraform(callsOf(name, Object.fromEntries(before)));
  const later = earlier.edited(callsOf(name, Object.fromEntries(after)));
  let applied: State;
  let again: Plan;
  let plan: Plan;
  let changed: State;
  let afterwards: Plan;

  beforeAll(async () => {
    applied = await earlier.apply();
    again = await earlier.plan();
    plan = await later.plan();
    changed = await later.apply();
    afterwards = await later.plan();
  });

  it("plans nothing after the first apply", () => {
    expect(applied.resources.size).toBeGreaterThan(0);
    expect(again.isEmpty).toBe(true);
  });

  it.each(calls)("$what: as the README says", ({ call, terraform: expected }) => {
    expect(doneTo(call, plan)).toEqual(expected);
  });

  it("plans nothing after the changes are applied", () => {
    expect(afterwards.isEmpty).toBe(true);
  });

  it("loses a file system by a change of the region, and by nothing else", () => {
    const systems = calls
      .map(({ call, after }) => ({
        address: `module.${call}.aws_efs_file_system.this`,
        input: Object.keys(after),
      }))
      .filter(({ address }) => applied.resources.has(address))
      .filter(({ address }) => applied.values(address).id !== changed.resources.get(address)?.id);
    const inputs = systems.map(({ input }) => input);
    expect(inputs).toEqual(name === "efs" ? [["aws_region"]] : []);
  });
});
