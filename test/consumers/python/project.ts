import { delimiter, join } from "node:path";
import { virtualEnvironment } from "../../../scripts/package/python";
import { artefact } from "../artefact";
import { copyProgram, type Language } from "../language";
import { follow, quickStart } from "../readme";

/** A virtual environment as README.md fills it, at the versions of constraints.txt. */
export const python: Language = {
  async create(project) {
    virtualEnvironment(join(project, ".venv"));
    const constraints = join(__dirname, "constraints.txt");
    const env = { ...activated(project), PIP_CONSTRAINT: constraints };
    await follow(quickStart("python").commands, packed, { cwd: project, env });
  },

  async install(project, source) {
    const folder = copyProgram(project, source);
    return { folder, command: "python3", args: ["main.py"], env: activated(project) };
  },
};

/** The wheel for the package. */
function packed(word: string): string {
  return word === "clockwork-codex-csi" ? artefact("python", ".whl") : word;
}

/** What the environment of a shell has in which the virtual environment is active. */
function activated(project: string): { PATH: string } {
  return { PATH: [join(project, ".venv", "bin"), process.env.PATH].join(delimiter) };
}
