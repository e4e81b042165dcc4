import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { devDependencies, name, version } from "../../package.json";
import { type CommandOptions, run } from "../../scripts/command/run";
import { virtualEnvironment } from "../../scripts/package/python";
import { quickStart } from "./readme";

/** The repository. */
export const root = join(__dirname, "..", "..");

/** The languages that the package is published for. */
export const languages = ["typescript", "python", "go"] as const;

/** The name of one of them. */
export type Language = (typeof languages)[number];

/** The path of the one file in a folder of dist/ whose name ends as given. */
export function artefact(folder: string, ending: string): string {
  const path = join(root, "dist", folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  const found = names.filter((file) => file.endsWith(ending));
  if (found.length !== 1) {
    throw new Error(
      `dist/${folder} must hold one *${ending}, it holds ${found.length}. Run \`npm run package\`.`,
    );
  }
  return join(path, found[0]);
}

const goModule = "github.com/clockwork-codex/csi-go/csi";

/** Makes a project in an empty folder as README.md says, but with the package from dist/. */
export const create: Readonly<Record<Language, (project: string) => Promise<void>>> = {
  /** At the versions that the repository has, and with the compiler. */
  async typescript(cwd) {
    const versions: Readonly<Record<string, string>> = devDependencies;
    const packed = (word: string) => {
      if (word === name) return artefact("js", ".tgz");
      return word in versions ? `${word}@${versions[word]}` : word;
    };
    // Nothing that asks the network for more, and no script that fetches something else.
    const env = {
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_ignore_scripts: "true",
      npm_config_prefer_offline: "true",
    };
    const compiler = "npm install --save-dev typescript @types/node";
    await follow([...quickStart("typescript").commands, compiler], packed, { cwd, env });
  },

  /** At the versions of constraints.txt. */
  async python(cwd) {
    await virtualEnvironment(join(cwd, ".venv"));
    const constraints = join(__dirname, "python", "constraints.txt");
    const env = { PATH: pathWith(join(cwd, ".venv", "bin")), PIP_CONSTRAINT: constraints };
    const packed = (word: string) =>
      word === "clockwork-codex-csi" ? artefact("python", ".whl") : word;
    await follow(quickStart("python").commands, packed, { cwd, env });
  },

  /** At the versions that the package requires. */
  async go(cwd) {
    const [init, ...others] = quickStart("go").commands;
    const replacement = `go mod edit -replace=${goModule}=${dirname(artefact("go/csi", "go.mod"))}`;
    // Without a version Go would look for the newest one elsewhere.
    const packed = (word: string) => (word === goModule ? `${word}@v${version}` : word);
    const hint = "Install Go 1.25 or later: https://go.dev/dl/.";
    await follow([init, replacement, ...others], packed, { cwd, hint });
  },
};

/** A PATH on which some folders come first. */
export function pathWith(...folders: string[]): string {
  return [...folders, process.env.PATH].join(delimiter);
}

/** Runs command lines, with what stands for a word of them: a packed package for its name. */
async function follow(
  lines: readonly string[],
  replace: (word: string) => string,
  options: CommandOptions,
): Promise<void> {
  for (const line of lines) {
    const [command, ...words] = line.split(" ");
    await run(command, words.map(replace), options);
  }
}
