import { devDependencies, name } from "../../../package.json";
import { artefact } from "../artefact";
import { succeed } from "../command";
import { copyProgram, type Language } from "../language";
import { follow, quickStart } from "../readme";

/** What needs no answer of the network, and no script that fetches something else. */
const env = {
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_ignore_scripts: "true",
  npm_config_prefer_offline: "true",
};

/** An npm project as README.md has it made, at the versions that the repository has, and the compiler. */
export const typescript: Language = {
  async create(project) {
    const options = { cwd: project, env };
    await follow(quickStart("typescript").commands, packed, options);
    await succeed(
      "npm",
      ["install", "--save-dev", ...["typescript", "@types/node"].map(packed)],
      options,
    );
  },

  async install(project, source) {
    const folder = copyProgram(project, source);
    return { folder, command: "npx", args: ["tsx", "main.ts"] };
  },
};

/** The tarball for the package, and the version of package.json for what it has. */
function packed(word: string): string {
  if (word === name) {
    return artefact("js", ".tgz");
  }
  const versions: Readonly<Record<string, string>> = devDependencies;
  return word in versions ? `${word}@${versions[word]}` : word;
}
