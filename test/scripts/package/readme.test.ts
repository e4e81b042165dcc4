import { describe, expect, it } from "vitest";
import { packageReadme } from "../../../scripts/package/readme";

const released = (readme: string) =>
  packageReadme(readme, { homepage: "https://github.com/acme/disks", version: "1.2.3" });

describe("the README of a package", () => {
  it.each([
    ["a file", "[b](docs/a.md)", "[b](https://github.com/acme/disks/blob/v1.2.3/docs/a.md)"],
    [
      "a part of a file",
      "[b](./docs/a.md#part)",
      "[b](https://github.com/acme/disks/blob/v1.2.3/docs/a.md#part)",
    ],
    // PyPI gives its headings other anchors.
    [
      "a part of itself",
      "[b](#part)",
      "[b](https://github.com/acme/disks/blob/v1.2.3/README.md#part)",
    ],
    [
      "each of several in a row of a table",
      "| [a](a) | [b](b) |",
      "| [a](https://github.com/acme/disks/blob/v1.2.3/a) | [b](https://github.com/acme/disks/blob/v1.2.3/b) |",
    ],
  ])("links to %s as released", (_, readme, expected) => {
    expect(released(readme)).toBe(expected);
  });

  it("shows an image as released", () => {
    expect(released("![picture](docs/a.png)")).toBe(
      "![picture](https://github.com/acme/disks/raw/v1.2.3/docs/a.png)",
    );
  });

  it.each([
    "[elsewhere](https://example.com/docs/a.md#part)",
    "plain (text) and an array[index]",
    "```hcl\nvalue = [for x in y : x](a)\n```",
    "1. one\n\n   ```sh\n   echo [a](b)\n   ```\n",
  ])("keeps %j", (readme) => {
    expect(released(readme)).toBe(readme);
  });

  it("has the picture of a diagram in its place, and the text on both sides", () => {
    const diagram =
      "<!-- include: docs/a.mmd -->\n```mermaid\nflowchart LR\n```\n<!-- /include -->";
    expect(released(`before\n\n${diagram}\n\nafter`)).toBe(
      "before\n\n![Diagram](https://github.com/acme/disks/raw/v1.2.3/docs/a.png)\n\nafter",
    );
  });

  it("has what a mark includes, without the mark", () => {
    expect(released("<!-- include: a.tf -->\n```hcl\na = 1\n```\n<!-- /include -->\n")).toBe(
      "```hcl\na = 1\n```\n",
    );
  });

  it("calls TypeScript by a name that jsii-pacmak does not take for a sample to translate", () => {
    expect(released("```typescript\nconst a = 1;\n```")).toBe("```TypeScript\nconst a = 1;\n```");
  });
});
