import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { aws } from "../providers/aws";
import { helmV2, helmV3 } from "../providers/helm";
import { time } from "../providers/time";
import { deriveSchema } from "./derive";
import { bindings } from "./types";

const { resource_schemas: helmResources } = helmV3.schema;

describe("a schema that is derived from a cdktf binding", () => {
  it.each([
    { provider: aws, lists: [bindings.aws, bindings["s3-files"]] },
    { provider: helmV2, lists: [bindings["helm-v2"]] },
    { provider: time, lists: [bindings.time] },
  ])("holds the types of its list, and no others: $provider.source", ({ provider, lists }) => {
    const types = lists.flatMap((binding): readonly string[] => binding.resources);
    expect(Object.keys(provider.schema.resource_schemas)).toEqual(types);
  });

  it("has what the packages leave out from a list, which is refused where it is wrong", () => {
    const { repository_password: password, set_wo: secret } =
      helmResources.helm_release.block.attributes ?? {};
    expect(password).toMatchObject({ sensitive: true });
    expect(secret).toMatchObject({ write_only: true });
    const folder = dirname(require.resolve("@cdktf/provider-helm/package.json"));
    const wrong = { ...bindings.helm, sensitive: ["helm_release.pasword"] };
    expect(() => deriveSchema(wrong, folder)).toThrow(
      'the provider has no attribute "helm_release.pasword"',
    );
  });
});
