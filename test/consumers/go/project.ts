import { dirname, join } from "node:path";
import { version } from "../../../package.json";
import { artefact } from "../artefact";
import { succeed } from "../command";
import { copyProgram, type Language } from "../language";
import { follow, quickStart } from "../readme";

const MODULE = "github.com/clockwork-codex/csi-go/csi";

const hint = "Install Go 1.25 or later: https://go.dev/dl/.";

/** A Go module as README.md makes it, with the package from dist/go, and the rest at the versions that it requires. */
export const go: Language = {
  async create(project) {
    const replacement = `-replace=${MODULE}=${dirname(artefact("go/csi", "go.mod"))}`;
    const commands = quickStart("go").commands.flatMap((command) =>
      command.startsWith("go mod init ") ? [command, `go mod edit ${replacement}`] : [command],
    );
    await follow(commands, packed, { cwd: project, hint });
  },

  async install(project, source) {
    const folder = copyProgram(project, source);
    await succeed("go", ["build", "-o", "program", "."], { cwd: folder, hint });
    return { folder, command: join(folder, "program"), args: [] };
  },
};

/** With the version that is packed: Go would look for the newest one elsewhere. */
function packed(word: string): string {
  return word === MODULE ? `${word}@v${version}` : word;
}
