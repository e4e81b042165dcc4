import { describe, expect, it } from "vitest";
import { codeCell, markdownCell } from "../../../scripts/generate/markdown-cell";

describe("a text in a cell of a table", () => {
  it.each([
    ["is n/a if it is empty", "", "n/a"],
    ["has its underscores escaped", "an aws_region", "an aws\\_region"],
    ["keeps underscores in backticks", "see `aws_region` there_", "see `aws_region` there\\_"],
    ["keeps underscores round words as emphasis", "is _very odd_ here", "is _very odd_ here"],
    ["keeps underscores alone at the start", "__ x_y", "__ x\\_y"],
    [
      "keeps URLs as they are",
      "see https://a.b/c_d?e=f_g. h_i",
      "see https://a.b/c_d?e=f_g. h\\_i",
    ],
    [
      "keeps URLs in parentheses as they are",
      "a_b (http://c.d/e_(f_g))",
      "a\\_b (http://c.d/e_(f_g))",
    ],
    ["knows an S3 address as no URL", "s3://my_bucket", "s3://my\\_bucket"],
    ["has its pipes escaped", "a|b", "a\\|b"],
    ["keeps pipes in backticks", "`a|b` c|d", "`a|b` c\\|d"],
    ["keeps asterisks and HTML", "*a* **b** <name>", "*a* **b** <name>"],
  ])("%s", (_, text, cell) => {
    expect(markdownCell(text)).toBe(cell);
  });

  it.each(["a\nb", "a ```b```"])(
    "is refused if it has several lines or fenced code: %j",
    (text) => {
      expect(() => markdownCell(text)).toThrow("has several lines or fenced code, which no cell");
    },
  );
});

describe("code in a cell of a table", () => {
  it("stands in backticks", () => {
    expect(codeCell("list(string)")).toBe("`list(string)`");
  });

  it("is preformatted if it has several lines", () => {
    expect(codeCell("object({\n  a = string\n})")).toBe(
      "<pre>object({<br/>  a = string<br/>})</pre>",
    );
  });
});
