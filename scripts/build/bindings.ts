import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

/**
 * Puts the provider resources that lib/internal/resources.js re-exports into
 * that file itself, and their licence beside it, so that the package depends on
 * no provider binding.
 */
export function bundleBindings(root: string): void {
  const resources = join(root, "lib", "internal", "resources.js");
  const licence = resources.replace(/\.js$/, ".LICENSE");
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [resources],
    outfile: resources,
    allowOverwrite: true,
    bundle: true,
    external: ["cdktf", "constructs"],
    platform: "node",
    preserveSymlinks: true,
    target: "es2020",
    metafile: true,
  });
  const packages = bundledPackages(Object.keys(metafile.inputs)).map((name) =>
    packageOf(root, name),
  );
  const names = packages.map(({ name, version }) => `${name} ${version}`).join(", ");
  const texts = new Set(packages.map(({ licence }) => licence));
  writeFileSync(licence, `resources.js bundles ${names}\n\n${[...texts].join("\n\n")}`);
  writeFileSync(
    resources,
    `/*! Bundles ${names}: see resources.LICENSE. */\n${readFileSync(resources, "utf8")}`,
  );
}

/** The names of the packages that files in node_modules belong to, sorted. */
export function bundledPackages(files: readonly string[]): string[] {
  const names = files.flatMap(
    (file) => /(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

function packageOf(root: string, name: string): Package {
  const folder = join(root, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name, version, licence: readFileSync(join(folder, "LICENSE"), "utf8") };
}
