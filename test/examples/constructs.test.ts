import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { beforeAll, describe, expect, it } from "vitest";
import { EfsCsi, EnvironmentProviders, S3MountpointCsi } from "../../csi";
import { splitIntoParts } from "../../examples/typescript/split-into-parts";
import { temporaryFolder } from "../terraform/root";
import { offline, type Plan, type Terraform, terraform } from "../terraform/terraform";

/** Synthesizes a stack, and gives the folder that Terraform runs in. */
function synthesized(build: (stack: TerraformStack) => void): string {
  const outdir = temporaryFolder();
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "storage");
  new EnvironmentProviders(stack, "providers");
  build(stack);
  app.synth();
  return join(outdir, "stacks", "storage");
}

/** As examples/typescript/main.ts has them. */
function storage(scope: Construct): void {
  new S3MountpointCsi(scope, "s3", { awsRegion: "us-west-2", bucketName: "my-datasets" });
  new EfsCsi(scope, "efs", {
    awsRegion: "us-west-2",
    clusterName: "my-cluster",
    subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-1a2b3c4d5e6f70819"],
    securityGroupId: "sg-0123456789abcdef0",
  });
}

describe.runIf(offline)("constructs that were deployed", () => {
  let deployed: Terraform;
  const planOf = (build: (stack: TerraformStack) => void): Promise<Plan> =>
    deployed.edited(synthesized(build)).plan();

  beforeAll(async () => {
    deployed = terraform(synthesized(storage), { env: { AWS_REGION: "us-west-2" } });
    await deployed.apply();
  });

  it("are split into their parts, and nothing changes", async () => {
    expect((await planOf(splitIntoParts)).isEmpty).toBe(true);
  });

  it("are nested in a construct of the id Default, and nothing changes", async () => {
    expect((await planOf((stack) => storage(new Construct(stack, "Default")))).isEmpty).toBe(true);
  });

  it("would be replaced in a construct of another id", async () => {
    const { actions } = await planOf((stack) => storage(new Construct(stack, "nested")));
    expect(Object.keys(actions).filter((it) => it.startsWith("aws_efs_file_system."))).toEqual([
      expect.stringMatching("^aws_efs_file_system.efs_file_system_"),
      expect.stringMatching("^aws_efs_file_system.nested_efs_file_system_"),
    ]);
  });
});
