import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { devDependencies } from "../../../package.json";
import { artefact } from "../artefact";
import { succeed } from "../command";
import { copyProgram, type Language } from "../language";

/** An npm project: the package, its peers as npm chooses them, and what runs TypeScript. */
export const typescript: Language = {
  async create(project) {
    writeFileSync(join(project, "package.json"), JSON.stringify({ private: true }));
    const tools = (["tsx", "typescript", "@types/node"] as const).map(
      (name) => `${name}@${devDependencies[name]}`,
    );
    const install = ["install", "--no-audit", "--no-fund"];
    await succeed("npm", [...install, artefact("js", ".tgz")], { cwd: project });
    await succeed("npm", [...install, "--save-dev", ...tools], { cwd: project });
  },

  async install(project, source) {
    const folder = copyProgram(project, source);
    return { folder, command: "npx", args: ["tsx", "main.ts"] };
  },
};
