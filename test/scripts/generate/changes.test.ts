import { expect, it } from "vitest";
import { changeTable, readChanges } from "../../../scripts/generate/changes";

const text = `
- what: "\`size\`"
  after: { size: 2 }
  terraform: { replaces: ["a.b[0]", c.d], updates: [e.f] }
  meaning: It grows.
- what: "\`name\`, \`a|b\`"
  after: { name: x, size: 3 }
  terraform: {}
  meaning: Nothing.
`;

it("is a row for each change", () => {
  expect(changeTable(readChanges(text, ["name", "size"]))).toBe(
    [
      "| a change of | Terraform | what it means |",
      "| --- | --- | --- |",
      "| `size` | replaces `a.b[0]`, `c.d`; updates `e.f` | It grows. |",
      "| `name`, `a\\|b` | changes nothing | Nothing. |",
    ].join("\n"),
  );
});

it("is wanted for each input: the message names those without a row", () => {
  expect(() => readChanges(text, ["colour", "shape", "size"])).toThrow(
    "there is no row for colour, shape: say what a change of each does",
  );
});
