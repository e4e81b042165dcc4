import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { artefact, root } from "../artefact";
import { succeed } from "../command";
import { copyProgram, type Language } from "../language";

const MODULE = "github.com/clockwork-codex/csi-go/csi";

const hint = "Install Go 1.25 or later: https://go.dev/dl/.";

/** Go modules that take the package from dist/go, and the rest at the versions it requires. */
export const go: Language = {
  async create(project) {
    await succeed("go", ["version"], { cwd: project, hint });
  },

  async install(project, source) {
    const folder = copyProgram(project, source);
    const at = { cwd: folder, hint };
    copyFileSync(join(root, "examples", "go", "go.mod"), join(folder, "go.mod"));
    const replacement = `-replace=${MODULE}=${dirname(artefact("go/csi", "go.mod"))}`;
    await succeed("go", ["mod", "edit", `-require=${MODULE}@v0.0.0`, replacement], at);
    await succeed("go", ["mod", "tidy"], at);
    await succeed("go", ["build", "-o", "program", "."], at);
    return { folder, command: join(folder, "program"), args: [] };
  },
};
