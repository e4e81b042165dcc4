import { describe, expect, it } from "vitest";
import { withHeader } from "../../../scripts/generate/header";

describe("a generated file", () => {
  it("is marked as such in the way of its format", () => {
    const mark = "Code generated from csi/efs. DO NOT EDIT.";
    expect(withHeader("main.tf", "csi/efs", "a")).toBe(`# ${mark}\n\na\n`);
    expect(withHeader("x.sh", "csi/efs", "a")).toBe(`# ${mark}\n\na\n`);
    expect(withHeader("x.yaml", "csi/efs", "a")).toBe(`# ${mark}\na\n`);
    for (const template of ["chart/templates/x.yaml", "chart/templates/_x.tpl"]) {
      expect(withHeader(template, "csi/efs", "a")).toBe(`{{- /* ${mark} */}}\na\n`);
    }
    expect(withHeader("x.md", "csi/efs", "a")).toBe(`<!-- ${mark} -->\n\na\n`);
    expect(JSON.parse(withHeader("x.json", "csi/efs", '{"a":1}'))).toEqual({
      $comment: mark,
      a: 1,
    });
  });

  it("has LF and one newline at its end", () => {
    expect(withHeader("x.yaml", "csi", "a\r\nb\r\n\r\n")).toMatch(/\.\na\nb\n$/);
  });

  it("is refused where its format has no known mark", () => {
    expect(() => withHeader("logo.png", "csi", "")).toThrow("logo.png: no way is known");
  });
});
