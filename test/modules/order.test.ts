import { beforeAll, describe, expect, it } from "vitest";
import { type Happening, offline, terraform } from "../terraform/terraform";

/** Both modules, and for each what uses its class: a release, as of an application that claims. */
const root = terraform({
  "main.tf": `
provider "aws" {
  region = "us-west-2"
}

module "efs" {
  source = "./modules/csi/efs"

  aws_region        = "us-west-2"
  cluster_name      = "prod"
  subnet_ids        = ["subnet-11111111", "subnet-22222222"]
  security_group_id = "sg-11111111"
}

module "s3" {
  source = "./modules/csi/s3-mountpoint"

  aws_region  = "us-west-2"
  bucket_name = "my-bucket"
}

resource "helm_release" "efs_user" {
  name       = "efs-user"
  repository = "https://charts.example.com"
  chart      = "user"
  version    = "1.0.0"
  values     = [yamlencode({ storageClass = module.efs.storage_class_name })]
}

resource "helm_release" "s3_user" {
  name       = "s3-user"
  repository = "https://charts.example.com"
  chart      = "user"
  version    = "1.0.0"
  values     = [yamlencode({ storageClass = module.s3.storage_class_name })]
}
`,
});

describe.runIf(offline)("an apply and a destroy", () => {
  let history: readonly Happening[];

  beforeAll(async () => {
    await root.apply();
    await root.destroy();
    history = root.history;
  });

  /** When something was done to the objects of a name: the places in the history. */
  const times = (action: Happening["action"], name: RegExp) => {
    const places = history.flatMap((happening, place) =>
      happening.action === action && name.test(`${happening.type} ${happening.id}`) ? [place] : [],
    );
    expect(places, `${action} ${name}`).not.toEqual([]);
    return places;
  };

  const efsClass = /^helm_release kube-system\/efs-sc-/;
  const efsDriver = /^helm_release kube-system\/aws-efs-csi-driver$/;
  const s3Class = /^helm_release kube-system\/s3-mountpoint-/;
  const s3Driver = /^helm_release kube-system\/aws-mountpoint-s3-csi-driver$/;
  const mountTargets = /^aws_efs_mount_target /;

  it.each([
    { what: "a user of the EFS class", user: /\/efs-user$/, of: efsClass },
    { what: "a user of the S3 class", user: /\/s3-user$/, of: s3Class },
    { what: "the EFS class", user: efsClass, of: efsDriver },
    { what: "the EFS class", user: efsClass, of: mountTargets },
    { what: "the S3 class", user: s3Class, of: s3Driver },
    { what: "a mount target", user: mountTargets, of: /^aws_efs_file_system / },
  ])("$what is created after $of, and destroyed before it", ({ user, of }) => {
    expect(Math.min(...times("create", user))).toBeGreaterThan(Math.max(...times("create", of)));
    expect(Math.max(...times("delete", user))).toBeLessThan(Math.min(...times("delete", of)));
  });
});
