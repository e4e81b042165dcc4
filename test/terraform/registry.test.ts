import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The harness as it is with this value of TERRAFORM_PROVIDERS. */
async function load(setting: string) {
  vi.stubEnv("TERRAFORM_PROVIDERS", setting);
  vi.resetModules();
  return import("./terraform");
}

describe("TERRAFORM_PROVIDERS", () => {
  it("is registry or left out", async () => {
    expect((await load("")).offline).toBe(true);
    expect((await load("registry")).offline).toBe(false);
    await expect(load("mirror")).rejects.toThrow(
      'TERRAFORM_PROVIDERS is "mirror"; it may be "registry"',
    );
  });

  it("keeps an apply from making real things", async () => {
    const { terraform } = await load("registry");
    const root = terraform({ "main.tf": "# nothing" });
    await expect(root.apply()).rejects.toThrow("would make real things");
    await expect(root.destroy()).rejects.toThrow("would make real things");
    const meant = terraform({ "main.tf": "# nothing" }, { appliesForReal: true });
    expect((await meant.apply()).resources.size).toBe(0);
  });

  it("goes with no objects that only a test declares", async () => {
    const { terraform } = await load("registry");
    const existing = { aws_vpc: [{ id: "vpc-0123456789abcdef0" }] };
    expect(() => terraform({}, { existing })).toThrow("real ones cannot know them");
  });
});
