import { expect, it } from "vitest";
import { requirePublishable } from "../../../scripts/publish/tag";

const changelog = `# Changelog

## [Unreleased]

## [1.3.0] - 2026-03-01

## [1.2.0] - 2026-02-01

- A thing.
`;

it("a tag of the version that is in package.json and in CHANGELOG.md is published", () => {
  expect(() => requirePublishable("v1.2.0", "1.2.0", changelog)).not.toThrow();
});

it.each([
  [
    "another version",
    "v1.2.1",
    "1.2.0",
    "The tag must be v1.2.0, the version of package.json, got v1.2.1",
  ],
  [
    "no v before it",
    "1.2.0",
    "1.2.0",
    "The tag must be v1.2.0, the version of package.json, got 1.2.0",
  ],
  ["no tag", "", "1.2.0", "The tag must be v1.2.0, the version of package.json, got none"],
  ["a version that is not in CHANGELOG.md", "v1.2", "1.2", 'must say under "## [1.2]"'],
  ["a version without changes", "v1.3.0", "1.3.0", 'must say under "## [1.3.0]"'],
])("%s is refused", (_, tag, version, expected) => {
  expect(() => requirePublishable(tag, version, changelog)).toThrow(expected);
});

it("a pre-release is refused", () => {
  expect(() => requirePublishable("v1.2.0-rc.1", "1.2.0-rc.1", changelog)).toThrow(
    "must not be a pre-release",
  );
});
