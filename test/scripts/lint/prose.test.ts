import { describe, expect, it } from "vitest";
import prose from "../../../scripts/lint/prose";

const paragraph = (...children: { type: string; value: string }[]) => ({
  type: "paragraph",
  children,
});
const text = (value: string) => ({ type: "text", value });
const heading = (value: string) => ({ type: "heading", children: [text(value)] });
const limits = { sentence: 4, documents: { "^README.md$": 6, "module.md$": 3 }, until: "Usage" };

/** What is said of a document at a path. */
function said(path: string, ...children: object[]): string[] {
  const messages: string[] = [];
  const message = (reason: string) => messages.push(reason);
  prose(limits)({ type: "root", children } as never, { path, message });
  return messages;
}

describe("the length of a sentence", () => {
  it.each([
    ["as long as it may be", [text("One two three four.")]],
    ["two in a paragraph", [text("One two three. Four five, six.")]],
    ["the cells of a table", [text("| one two three | four five |\n| --- | --- |")]],
    ["code that has words", [text("One "), { type: "inlineCode", value: "a b c. d e f g" }]],
  ])("accepts %s", (_, children) => {
    expect(said("docs/page.md", paragraph(...children))).toEqual([]);
  });

  it.each([
    ["a word more", [text("One two three four five.")]],
    ["a word more, of code", [text("One two three four "), { type: "inlineCode", value: "five" }]],
    ["a long cell", [text("| one | one two three four five |")]],
  ])("refuses %s", (_, children) => {
    expect(said("docs/page.md", paragraph(...children))).toEqual([
      expect.stringMatching(/^a sentence of 5 words, of 4 at most: "one/i),
    ]);
  });
});

it("refuses a link to this repository by tree, and accepts one by blob or to another", () => {
  const links = ["csi/tree/main/docs", "csi/blob/main/docs", "other/tree/main"].map((path) => ({
    type: "link",
    url: `https://github.com/clockwork-codex/${path}`,
  }));
  expect(said("docs/page.md", { type: "paragraph", children: links })).toEqual([
    "nothing checks https://github.com/clockwork-codex/csi/tree/main/docs: write blob for tree",
  ]);
});

describe("the words of a document", () => {
  const four = paragraph(text("One two. Three four."));

  it("accepts as many as it may have, and any number after the heading or in another", () => {
    expect(said("README.md", heading("A title"), four, heading("Usage"), four)).toEqual([]);
    expect(said("docs/README.md", four, four)).toEqual([]);
  });

  it("refuses more", () => {
    expect(said("README.md", four, four)).toEqual([
      "8 words, of 6 at most: move some into a page beside it",
    ]);
    expect(said("csi/efs/module.md", four)).toEqual([expect.stringMatching(/^4 words, of 3 at/)]);
  });
});
