import { expect, it } from "vitest";
import { bundledPackages } from "../../../scripts/build/bindings";

it("names each package that bundled files come from once, with its scope", () => {
  expect(
    bundledPackages([
      "node_modules/plain/index.js",
      "node_modules/@scope/name/lib/b.js",
      "node_modules/@scope/name/lib/a.js",
      "node_modules/plain/node_modules/nested/index.js",
      "lib/internal/resources.js",
    ]),
  ).toEqual(["@scope/name", "nested", "plain"]);
});
