import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { devDependencies } from "../../package.json";
import { copyProgram, type Program } from "../../test/consumers/language";
import { python } from "../../test/consumers/python/project";
import { run } from "../package/command";
import { virtualEnvironment } from "../package/python";
import { inProject, timed } from "./languages";
import { ratio, type Section } from "./report";
import { timeInTurn } from "./timing";

const root = join(__dirname, "..", "..");

const versions = {
  aws: devDependencies["@cdktf/provider-aws"],
  helm: devDependencies["@cdktf/provider-helm"],
};

/**
 * Times the Python example against the same resources written with the provider
 * bindings, and measures what each installs.
 */
export function measureBindings(): Promise<Section> {
  const environment = bindingsEnvironment();
  return inProject(python, async (project) => {
    const example = await python.install(project, join(root, "examples", "python"));
    const bindings: Program = {
      folder: copyProgram(project, join(__dirname, "programs", "python", "bindings")),
      command: join(environment, "bin", "python"),
      args: ["main.py"],
    };
    const [ours, theirs] = timeInTurn(
      [timed("Python example", example), timed("with the bindings", bindings)],
      3,
    );
    requireSameResources(example.folder, bindings.folder);
    const [own, bound] = [join(project, ".venv"), environment].map(sitePackages);
    const modules = join(root, "node_modules", "@cdktf");
    return {
      title: "Python, against the same resources with the provider bindings",
      timings: [ours, theirs],
      sizes: {
        "clockwork-codex-csi, installed by pip": sizeOf(join(own, "clockwork_codex_csi")),
        "cdktf-cdktf-provider-aws and -helm, installed by pip":
          sizeOf(join(bound, "cdktf_cdktf_provider_aws")) +
          sizeOf(join(bound, "cdktf_cdktf_provider_helm")),
        "@clockwork-codex/csi, installed by npm": packedSize(),
        "@cdktf/provider-aws and -helm, installed by npm":
          sizeOf(join(modules, "provider-aws")) + sizeOf(join(modules, "provider-helm")),
        "csi-go, downloaded by go": sizeOf(join(root, "dist", "go", "csi")),
      },
      bars: [ratio(ours, theirs, 1 / 12)],
    };
  });
}

/** A virtual environment with the bindings, which is kept: they take 490 MB and a minute. */
function bindingsEnvironment(): string {
  const key = `bindings-${versions.aws}-${versions.helm}`;
  const folder = join(root, "node_modules", ".cache", "clockwork-codex-csi", key);
  if (!existsSync(folder)) {
    process.stderr.write("installing the provider bindings, which takes a minute or two ...\n");
    try {
      const interpreter = virtualEnvironment(folder);
      run(interpreter, [
        ...["-m", "pip", "install", "--no-cache-dir"],
        ...["-c", join(root, "test", "consumers", "python", "constraints.txt")],
        `cdktf-cdktf-provider-aws==${versions.aws}`,
        `cdktf-cdktf-provider-helm==${versions.helm}`,
      ]);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }
  return folder;
}

/** Fails unless both programs synthesized as many resources of each type. */
function requireSameResources(...folders: string[]): void {
  const [ours, theirs] = folders.map((folder) => {
    const path = join(folder, "cdktf.out", "stacks", "storage", "cdk.tf.json");
    const { resource } = JSON.parse(readFileSync(path, "utf8"));
    return Object.entries<object>(resource)
      .map(([type, byName]) => `${Object.keys(byName).length} ${type}`)
      .join(", ");
  });
  if (ours !== theirs) {
    throw new Error(`The programs compared must make the same: ${ours}; and ${theirs}.`);
  }
}

function sitePackages(environment: string): string {
  const [version] = readdirSync(join(environment, "lib"));
  return join(environment, "lib", version, "site-packages");
}

/** What the npm package unpacks to. */
function packedSize(): number {
  const json = run("npm", ["pack", "--dry-run", "--json"], { cwd: root });
  return JSON.parse(json)[0].unpackedSize;
}

/** The bytes of a folder's files. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => lstatSync(join(entry.parentPath, entry.name)).size)
    .reduce((sum, size) => sum + size, 0);
}
