import { expect, it } from "vitest";
import {
  type Change,
  requireChanges,
  withChangeTable,
} from "../../../scripts/generate/change-table";

const change: Change = {
  what: "`size`",
  after: { size: 2 },
  terraform: { replaces: ["a.b[0]", "c.d"], updates: ["e.f"] },
  meaning: "It grows.",
};

it("puts a row for each change in the place of the mark", () => {
  const nothing = { what: "`name`", after: { name: "x" }, terraform: {}, meaning: "Nothing." };
  expect(withChangeTable("before\n\n<!-- changes -->\n\nafter\n", [change, nothing])).toBe(
    [
      "before\n",
      "| a change of | Terraform | what it means |",
      "| --- | --- | --- |",
      "| `size` | replaces `a.b[0]`, `c.d`; updates `e.f` | It grows. |",
      "| `name` | changes nothing | Nothing. |",
      "\nafter\n",
    ].join("\n"),
  );
});

it("takes a dollar sign as it is", () => {
  const costly = { ...change, meaning: "Costs $& and $1." };
  expect(withChangeTable("<!-- changes -->", [costly])).toContain("| Costs $& and $1. |");
});

it("fails where there is no mark", () => {
  expect(() => withChangeTable("before\n", [change])).toThrow("no line <!-- changes -->");
});

it("is wanted for each input: the message names those without a row, and where one goes", () => {
  const other = { ...change, after: { colour: "red", size: 3 } };
  expect(() => requireChanges("disks", ["size"], [change])).not.toThrow();
  expect(() => requireChanges("disks", ["colour", "size"], [change, other])).not.toThrow();
  expect(() => requireChanges("disks", ["colour", "shape", "size"], [change])).toThrow(
    /`changes` of the module disks has no row for colour, shape\. Say in scripts\/generate\/change-table-rows\.ts/,
  );
  // So it is where a row of scripts/generate/modules.ts lacks the field: tsx checks no types.
  expect(() => requireChanges("disks", ["size"], undefined)).toThrow("no row for size");
});
