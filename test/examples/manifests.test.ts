import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import type { Values } from "../terraform/terraform";
import { examples } from "./example";

const read = (path: string) => readFileSync(join(examples, path), "utf8");

/** The Kubernetes objects of manifests. */
const objectsIn = (...paths: string[]): Values[] =>
  paths.flatMap((path) =>
    parseAllDocuments(read(path)).map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS();
    }),
  );

const both = ["efs", "s3-mountpoint"];
const folder = "graphscope/manifests";
const names = readdirSync(join(examples, folder)).map((file) => `${folder}/${file}`);

describe.each([
  ...both.map((module) => ({
    name: module,
    modules: [module],
    objects: objectsIn(`${module}/claim.yaml`, `${module}/pod.yaml`),
  })),
  { name: "pod-identity/pod.yaml", modules: both, objects: objectsIn("pod-identity/pod.yaml") },
  { name: "graphscope", modules: both, objects: objectsIn(...names) },
  { name: "s3-files/pod.yaml", modules: ["s3-files"], objects: objectsIn("s3-files/pod.yaml") },
  {
    name: "efs-and-s3-files/pod.yaml",
    modules: ["efs", "s3-files"],
    objects: objectsIn("efs-and-s3-files/pod.yaml"),
  },
])("the manifests of examples/hcl/$name", ({ modules, objects }) => {
  const claims = objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
  const pods: Values[] = objects
    .filter((object) => !claims.includes(object))
    .map(({ spec }) => spec.template?.spec ?? spec);

  it("claim the classes that the modules make by default, each once, for many nodes", () => {
    const defaults = modules.map((module) => {
      const text = read(`../../modules/csi/${module}/variables.tf`);
      return /variable "storage_class_name" \{[^}]*default += "([^"]+)"/.exec(text)?.[1];
    });
    expect(claims.map(({ spec }) => spec.storageClassName)).toEqual(defaults);
    for (const { spec } of claims) expect(spec.accessModes).toEqual(["ReadWriteMany"]);
  });

  it("mount each claim into each container, and need no root", () => {
    expect(pods).not.toEqual([]);
    for (const { volumes, containers, securityContext } of pods) {
      expect(volumes.map((volume: Values) => volume.persistentVolumeClaim)).toEqual(
        claims.map(({ metadata }) => ({ claimName: metadata.name })),
      );
      const mounts = containers.map((container: Values) => container.volumeMounts);
      for (const mounted of mounts) {
        expect(mounted.map(({ name }: Values) => name)).toEqual(
          volumes.map((it: Values) => it.name),
        );
      }
      expect(securityContext).toMatchObject({ runAsNonRoot: true });
    }
  });
});

it("examples/hcl/graphscope shares each claim among several pods, of which the readers read only", () => {
  const workloads = objectsIn(...names).filter(({ kind }) => kind === "Deployment");
  expect(workloads.map(({ metadata }) => metadata.name)).toEqual(["engine", "reader"]);
  for (const { metadata, spec } of workloads) {
    expect(spec.replicas).toBeGreaterThan(1);
    expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
    const readOnly = metadata.name === "reader" ? true : undefined;
    const [{ volumeMounts }] = spec.template.spec.containers;
    expect(volumeMounts.map((mount: Values) => mount.readOnly)).toEqual([readOnly, readOnly]);
  }
});

it("examples/hcl/graphscope names its claims to GraphScope's chart", () => {
  const { volumes } = parse(read("graphscope/graphscope-values.yaml"));
  const items: Values[] = Object.values(volumes.items);
  const claims = objectsIn(`${folder}/claims.yaml`);
  expect(items.map(({ field }) => field.claimName)).toEqual(claims.map((it) => it.metadata.name));
});

it("the commands of examples/hcl/pod-identity name what its manifest makes", () => {
  const readme = read("pod-identity/README.md");
  const objects = objectsIn("pod-identity/pod.yaml");
  const [pod] = objects.filter(({ kind }) => kind === "Pod");
  const claims = objects.filter((object) => object !== pod).map(({ metadata }) => metadata.name);
  expect(readme).toContain(`kubectl get pvc ${claims.join(" ")}\n`);
  expect(readme).toContain(`--for=condition=Ready pod/${pod.metadata.name} `);
  const [, name, command] = /kubectl exec (\S+) -- (.*)\n/.exec(readme) ?? [];
  expect(name).toBe(pod.metadata.name);
  for (const { mountPath } of pod.spec.containers[0].volumeMounts) {
    expect(command).toContain(mountPath);
  }
});
