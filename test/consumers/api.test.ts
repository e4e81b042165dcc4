import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../scripts/command/run";
import { projectOf } from "./programs";
import { root } from "./projects";

/** Declarations of a construct's or an object's props and attributes, sorted. */
interface Declarations {
  readonly props: string[];
  readonly attributes: string[];
}

const document = readFileSync(join(root, "docs", "api.md"), "utf8");
const sections = document.split(/^## /m).slice(1);

/** A document's declarations in one language, by the construct. */
function documented(language: string): Record<string, Declarations> {
  /** Props that a whole takes over from a part lead to the part's section. */
  const inFull = (text: string) => [
    text,
    ...[...text.matchAll(/\(#(\w+\.\w+)\)/g)].map(
      ([, anchor]) => document.split(`id="${anchor}"`)[1].split("\n\n")[1],
    ),
  ];
  const declarations = (text = "") =>
    inFull(text)
      .flatMap((part) => [...part.matchAll(new RegExp(`${language} \`([^\`]+)\``, "g"))])
      .map(([, declaration]) => declaration)
      .sort();
  return Object.fromEntries(
    sections.map((section) => {
      const part = (title: string) => section.split(`### ${title}\n`)[1]?.split(/^### /m)[0];
      return [
        section.split("\n")[0],
        { props: declarations(part("Props")), attributes: declarations(part("Attributes")) },
      ];
    }),
  );
}

describe("the reference in docs/api.md declares what the package does", () => {
  it("in Python", async () => {
    const interpreter = join(projectOf("python"), ".venv", "bin", "python");
    const printed = await run(interpreter, [join(__dirname, "python", "signatures.py")]);
    const declared: Record<string, Declarations> = JSON.parse(printed);
    for (const { props, attributes } of Object.values(declared)) {
      props.sort();
      attributes.sort();
    }
    expect(documented("Python")).toEqual(declared);
  });

  describe("in Go", () => {
    const folder = join(root, "dist", "go", "csi");
    const sources = () =>
      readdirSync(folder)
        .filter((file) => file.endsWith(".go"))
        .map((file) => readFileSync(join(folder, file), "utf8"))
        .join("\n");

    it.each(Object.entries(documented("Go")))("%s", (construct, { props, attributes }) => {
      const struct = new RegExp(`^type ${construct}(?:Props)? struct {\n([^]*?)^}`, "m").exec(
        sources(),
      );
      const fields = [...(struct?.[1] ?? "").matchAll(/^\t(\w+ .*) `field:/gm)];
      expect(fields.map(([, field]) => field.replace(/ +/g, " ")).sort()).toEqual(props);
      const type = new RegExp(`^type ${construct} interface {\n([^]*?)^}`, "m").exec(sources());
      const methods = [...(type?.[1] ?? "").matchAll(/^\t(\w+)\(\) (.*)$/gm)]
        .map(([, name, result]) => `${name} ${result}`)
        .filter((method) => !["Node constructs.Node", "ToString *string"].includes(method));
      expect(methods.sort()).toEqual(attributes);
    });
  });
});
