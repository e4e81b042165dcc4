import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pythonWithCheckov } from "./checkov";
import { folderWith } from "./folder";
import { goTool } from "./go-tool";

afterEach(() => vi.unstubAllEnvs());

describe("a tool that is built with Go", () => {
  it("is not built again", async () => {
    const cache = folderWith({ helm: "built before" });
    vi.stubEnv("PATH", folderWith({}));

    expect(await goTool("helm", cache)).toBe(join(cache, "helm"));
  });

  it("asks for Go where there is none, at the version that go.mod needs", async () => {
    vi.stubEnv("PATH", folderWith({}));

    await expect(goTool("helm", folderWith({}))).rejects.toThrow(
      /^go is not on the PATH, which builds helm: install Go 1\.\d+\.\d+ or later, https:\/\/go\.dev\/dl\.$/,
    );
  });

  it("leaves nothing behind when its build fails", async () => {
    const cache = folderWith({});
    const commands = folderWith({});
    writeFileSync(join(commands, "go"), "#!/bin/sh\necho no space left >&2\nexit 1\n", {
      mode: 0o755,
    });
    vi.stubEnv("PATH", commands);

    await expect(goTool("helm", cache)).rejects.toThrow("no space left");
    expect(readdirSync(cache)).toEqual([]);
  });
});

describe("checkov", () => {
  it("asks for Python where there is none", async () => {
    vi.stubEnv("PATH", folderWith({}));

    await expect(pythonWithCheckov(folderWith({}))).rejects.toThrow(
      /^python3 is not on the PATH, which runs checkov: install Python 3\.9 or later/,
    );
  });
});
