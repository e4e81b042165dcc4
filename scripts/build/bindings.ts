import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** Files that take something of another package: the provider resources, and a parser. */
const bundled = ["resources.js", "yaml-mapping.js"];

/**
 * Puts what the bundled files take of other packages into the files themselves,
 * and the licences beside them, so that the package depends on no provider
 * binding.
 */
export function bundlePackages(root: string): void {
  for (const file of bundled) bundle(root, file);
}

function bundle(root: string, file: string): void {
  const resources = join(root, "lib", "internal", file);
  const licence = resources.replace(/\.js$/, ".LICENSE");
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [resources],
    outfile: resources,
    allowOverwrite: true,
    bundle: true,
    external: ["cdktf", "constructs"],
    platform: "node",
    // Half as much to unpack and to read by each program.
    minify: true,
    preserveSymlinks: true,
    target: "es2020",
    metafile: true,
  });
  const packages = bundledPackages(Object.keys(metafile.inputs)).map((name) =>
    packageOf(root, name),
  );
  const names = packages.map(({ name, version }) => `${name} ${version}`).join(", ");
  const texts = new Set(packages.map(({ licence }) => licence));
  writeFileSync(licence, `${file} bundles ${names}\n\n${[...texts].join("\n\n")}`);
  writeFileSync(
    resources,
    `/*! Bundles ${names}: see the .LICENSE beside it. */\n${readFileSync(resources, "utf8")}`,
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
