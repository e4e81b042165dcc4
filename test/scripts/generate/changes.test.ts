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
- what: "\`-replace\` of \`a.b[0]\`"
  replace: ["a.b[0]"]
  terraform: { replaces: ["a.b[0]"] }
  meaning: It is made anew.
`;

it("is a row for each change", () => {
  expect(changeTable(readChanges(text, ["name", "size", "a.b"]))).toBe(
    [
      "| a change of | Terraform | what it means |",
      "| --- | --- | --- |",
      "| `size` | replaces `a.b[0]`, `c.d`; updates `e.f` | It grows. |",
      "| `name`, `a\\|b` | changes nothing | Nothing. |",
      "| `-replace` of `a.b[0]` | replaces `a.b[0]` | It is made anew. |",
    ].join("\n"),
  );
});

it("is wanted for each input and resource: the message names those without a row", () => {
  expect(() => readChanges(text, ["colour", "c.d", "size"])).toThrow(
    "there is no row for colour, c.d: say what a change or a replacement of each does",
  );
});
