import type { Construct } from "constructs";
import type { S3FilesCsiProps } from "../../csi";
import { modules } from "../../scripts/generate/modules";
import { requiredProps } from "../input-cases";

type Props = Readonly<Record<string, unknown>>;

/** Makes the construct of a module of its required props and of those given, with the id `it`. */
export function make(module: string, scope: Construct, props: Props = {}): void {
  const { construct, imports = {} } = modules.find(({ name }) => name === module) ?? refuse(module);
  const imported = Object.entries(imports).map(([prop, { from }]) => [
    prop,
    from(scope, prop, requiredProps[module][prop]),
  ]);
  new construct(scope, "it", {
    ...requiredProps[module],
    ...Object.fromEntries(imported),
    ...props,
  });
}

function refuse(module: string): never {
  throw new Error(`scripts/generate/modules.ts has no module ${module}`);
}

/** The required props of `EfsCsi`, with values that it accepts. */
export const efs = requiredProps.efs as Readonly<{
  awsRegion: string;
  clusterName: string;
  securityGroupId: string;
  subnetIds: string[];
}>;

/** The required props of `EfsFileSystem`, with values that it accepts. */
export const efsFileSystem = requiredProps["efs-file-system"] as Readonly<{
  awsRegion: string;
  clusterName: string;
  securityGroupIds: string[];
  subnetIds: { [zone: string]: string };
}>;

/** The required props of `S3MountpointCsi`, with values that it accepts. */
export const s3 = requiredProps["s3-mountpoint"] as Readonly<{
  awsRegion: string;
  bucketName: string;
}>;

/** The required props of `S3FilesCsi`, with values that it accepts. */
export const s3Files = requiredProps["s3-files"] as unknown as S3FilesCsiProps;
