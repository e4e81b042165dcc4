import { delimiter, join } from "node:path";
import { virtualEnvironment } from "../../../scripts/package/python";
import { artefact } from "../artefact";
import { succeed } from "../command";
import { copyProgram, type Language } from "../language";

/** A virtual environment with the wheel, and what it depends on at the versions of constraints.txt. */
export const python: Language = {
  async create(project) {
    const interpreter = virtualEnvironment(join(project, ".venv"));
    const constraints = join(__dirname, "constraints.txt");
    const wheel = artefact("python", ".whl");
    await succeed(interpreter, ["-m", "pip", "install", "-c", constraints, wheel], {
      cwd: project,
    });
  },

  async install(project, source) {
    const folder = copyProgram(project, source);
    const PATH = [join(project, ".venv", "bin"), process.env.PATH].join(delimiter);
    return { folder, command: "python3", args: ["main.py"], env: { PATH } };
  },
};
