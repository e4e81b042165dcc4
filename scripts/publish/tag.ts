/**
 * Refuses to publish a commit with this version in package.json as a tag.
 *
 * @throws an error that says all that has to be mended.
 */
export function requirePublishable(tag: string, version: string, changelog: string): void {
  const problems: string[] = [];
  if (tag !== `v${version}`) {
    problems.push(
      `The tag must be v${version}, the version of package.json, got ${tag || "none"}: tag the commit that has the version.`,
    );
  }
  if (version.includes("-")) {
    problems.push(
      `The version must not be a pre-release, which npm would give to everyone as the latest, got ${version}.`,
    );
  }
  if (changesOf(version, changelog) === "") {
    problems.push(
      `CHANGELOG.md must say under "## [${version}]" what the version changes: move there what is under "Unreleased".`,
    );
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** What a changelog says under the heading of a version. */
function changesOf(version: string, changelog: string): string {
  const sections = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`[${version}]`)) ?? "";
  return section.split("\n").slice(1).join("\n").trim();
}
