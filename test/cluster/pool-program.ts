import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "cdktf";
import { EnvironmentProviders, S3MountpointCsiDriver, S3MountpointStorageClass } from "../../csi";
import type { Cluster } from "./cluster";
import { Deployment } from "./deployment";

/** A program with a class on a bucket, whose pool has as many volumes as it is told: an input of the part alone. */
export class PoolProgram {
  private readonly outdir = mkdtempSync(join(tmpdir(), "pool-program-"));
  private readonly deployment: Deployment;

  constructor(
    cluster: Cluster,
    private readonly storageClassName: string,
  ) {
    this.deployment = new Deployment(cluster, join(this.outdir, "stacks", "pool"));
  }

  async apply(volumeCount: number): Promise<void> {
    const app = new App({ outdir: this.outdir });
    const stack = new TerraformStack(app, "pool");
    new LocalBackend(stack, {});
    new EnvironmentProviders(stack, "providers");
    new S3MountpointStorageClass(stack, "s3", {
      driver: new S3MountpointCsiDriver(stack, "driver"),
      awsRegion: "us-west-2",
      bucketName: "datasets",
      storageClassName: this.storageClassName,
      volumeCount,
    });
    app.synth();
    await this.deployment.apply();
  }

  async destroy(): Promise<void> {
    await this.deployment.destroy();
    rmSync(this.outdir, { recursive: true });
  }
}
