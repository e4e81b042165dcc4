import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "cdktf";
import {
  EnvironmentProviders,
  S3MountpointCsiDriver,
  type S3MountpointCsiDriverProps,
  S3MountpointStorageClass,
  type S3MountpointStorageClassProps,
} from "../../csi";
import type { Cluster } from "./cluster";
import { Deployment } from "./deployment";

type PoolProps = Omit<S3MountpointStorageClassProps, "driver">;

/** A program with a class on a bucket, by the parts: they have inputs that the module has not. */
export class PoolProgram {
  private readonly outdir = mkdtempSync(join(tmpdir(), "pool-program-"));
  private readonly deployment: Deployment;
  private props: PoolProps;

  constructor(
    cluster: Cluster,
    props: Partial<PoolProps>,
    private readonly driverProps: S3MountpointCsiDriverProps = {},
  ) {
    this.props = { awsRegion: "us-west-2", bucketName: "datasets", ...props };
    this.deployment = new Deployment(cluster, join(this.outdir, "stacks", "pool"));
  }

  /** Applies with these props laid over those before. */
  async apply(props: Partial<PoolProps> = {}): Promise<void> {
    this.props = { ...this.props, ...props };
    const app = new App({ outdir: this.outdir });
    const stack = new TerraformStack(app, "pool");
    new LocalBackend(stack, {});
    new EnvironmentProviders(stack, "providers");
    new S3MountpointStorageClass(stack, "s3", {
      driver: new S3MountpointCsiDriver(stack, "driver", this.driverProps),
      ...this.props,
    });
    app.synth();
    await this.deployment.apply();
  }

  async destroy(): Promise<void> {
    await this.deployment.destroy();
    rmSync(this.outdir, { recursive: true });
  }
}
