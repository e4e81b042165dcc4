import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import type { Values } from "../terraform/terraform";
import { examples } from "./example";

/** The Kubernetes objects of a manifest, whose path begins in the folder of the examples. */
export function manifestsIn(path: string): Values[] {
  return parseAllDocuments(readFileSync(join(examples, path), "utf8")).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

/** The claims among Kubernetes objects. */
export function claimsOf(objects: readonly Values[]): Values[] {
  return objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
}

/** Asks of claims that they are of the modules' classes, one of each, for many nodes. */
export function claimTheDefaultClasses(claims: readonly Values[]): void {
  it("claims the classes that the modules make by default, each once, for many nodes", () => {
    const defaults = ["efs", "s3-mountpoint"].map((module) => {
      const text = readFileSync(join(examples, `../../modules/csi/${module}/variables.tf`), "utf8");
      return /variable "storage_class_name" \{[^}]*default += "([^"]+)"/.exec(text)?.[1];
    });
    expect(claims.map(({ spec }) => spec.storageClassName)).toEqual(defaults);
    for (const { spec } of claims) expect(spec.accessModes).toEqual(["ReadWriteMany"]);
  });
}

/** Asks of a pod that each of its containers mounts each of these claims, and nothing else. */
export function mountsEach(pod: Values, claims: readonly Values[]): void {
  const volumes: Values[] = pod.volumes;
  expect(volumes.map(({ persistentVolumeClaim: claim }) => claim.claimName)).toEqual(
    claims.map(({ metadata }) => metadata.name),
  );
  for (const { volumeMounts: mounts } of pod.containers) {
    expect(mounts.map(({ name }: Values) => name)).toEqual(volumes.map(({ name }) => name));
  }
}
