import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { terraform } from "../terraform/terraform";
import { callsOf } from "./calls";

/** What Helm takes as the name of a release, besides at most 53 characters. */
const releaseName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Class names, and what of them is left in the release's name. A release has room for 44. */
const cases = [
  { className: "a", left: "a" },
  { className: "a".repeat(44), left: "a".repeat(44) },
  { className: "e".repeat(253), left: "e".repeat(44) },
  { className: `${"f".repeat(43)}.sc`, left: "f".repeat(43) },
  { className: `${"g".repeat(43)}-sc`, left: "g".repeat(43) },
  { className: `${"h".repeat(42)}--sc`, left: "h".repeat(42) },
  { className: `j${"-".repeat(44)}k`, left: "j" },
  { className: "fast.storage.example.com", left: "fast.storage.example.com" },
];

describe("the release of a class", () => {
  const alike = ["x", "y"].map((end) => `${"l".repeat(44)}${end}`);
  const classNames = [...cases.map(({ className }) => className), ...alike];
  let names: string[];

  beforeAll(async () => {
    const calls = classNames.map((name, index) => [`class_${index}`, { storage_class_name: name }]);
    const plan = await terraform(callsOf("s3-mountpoint", Object.fromEntries(calls))).plan();
    names = classNames.map(
      (_, index) => plan.after(`module.class_${index}.helm_release.storage_class`).name,
    );
  });

  it.each(cases.map((row, index) => ({ ...row, index, length: row.className.length })))(
    "of $length characters, $className, is named by what fits",
    ({ left, index }) => {
      expect(names[index]).toMatch(releaseName);
      expect(names[index].length).toBeLessThanOrEqual(53);
      expect(names[index].slice(0, -9)).toBe(left);
      expect(names[index].slice(-9)).toMatch(/^-[0-9a-f]{8}$/);
    },
  );

  it("is named after all that is immutable: another name would replace every user's class", () => {
    const immutable =
      '{"name":"a","provisioner":"s3.csi.aws.com","reclaimPolicy":"Retain","volumeBindingMode":"Immediate"}';
    expect(names[0]).toBe(`a-${createHash("sha256").update(immutable).digest("hex").slice(0, 8)}`);
  });

  it("has a name of its own for each class, where the names differ at the end alone, too", () => {
    expect(new Set(names).size).toBe(classNames.length);
  });
});
