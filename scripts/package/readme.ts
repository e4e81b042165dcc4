/** What of package.json a README is written with. */
export interface Release {
  /** Address of the repository. */
  readonly homepage: string;
  readonly version: string;
}

const INCLUDED_DIAGRAM = /^<!-- include: (\S+)\.mmd -->\n[\s\S]*?^<!-- \/include -->$/gm;
const INCLUDE_MARK = /^<!-- (include: \S+|\/include) -->\n?/gm;
const BLOCK_OF_CODE = /^ *```[\s\S]*?^ *```$/;
const LINK_OR_IMAGE = /(!?)(\[[^\]]*\])\(([^)\s]+)\)/;

/**
 * The repository's README for a package, which has none of the files that it
 * links to: a link is the address of the file as released, and a diagram, which
 * PyPI and npm do not draw, is the picture beside its source.
 */
export function packageReadme(readme: string, { homepage, version }: Release): string {
  const address = (kind: "blob" | "raw", link: string) =>
    new URL(link, `${homepage}/${kind}/v${version}/README.md`).href;
  return readme
    .replace(INCLUDED_DIAGRAM, "![Diagram]($1.png)")
    .replace(INCLUDE_MARK, "")
    .replace(
      new RegExp(`${BLOCK_OF_CODE.source}|${LINK_OR_IMAGE.source}`, "gm"),
      (found, mark, shown, link) =>
        link === undefined
          ? keepLanguage(found)
          : `${mark}${shown}(${address(mark ? "raw" : "blob", link)})`,
    );
}

/** jsii-pacmak calls a block in `typescript` Python or Go, after the package that it writes. */
function keepLanguage(block: string): string {
  return block.replace("```typescript\n", "```TypeScript\n");
}
