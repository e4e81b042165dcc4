import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import { Release } from "@cdktf/provider-helm/lib/release";
import {
  Fn,
  propertyAccess,
  TerraformCount,
  TerraformLocal,
  TerraformOutput,
  type TerraformStack,
  TerraformVariable,
} from "cdktf";
import { Construct } from "constructs";
import { expect, it } from "vitest";
import { binary, call, expressionToken, literal, reference } from "../../../scripts/hcl-printer";
import { comment, hcl, printed } from "./printed";

/** A module as a generator builds it: inputs, two parts that make resources, outputs. */
function storageModule(stack: TerraformStack): void {
  const name = reference("var.cluster_name");
  const clusterName = new TerraformVariable(stack, "cluster_name", {
    type: "string",
    description: "Cluster name to tag the file system with.",
    nullable: false,
    validation: [
      {
        condition: expressionToken(
          binary(
            call("can", call("regex", literal("^[A-Za-z0-9][A-Za-z0-9_-]*$"), name)),
            "&&",
            binary(call("length", name), "<=", literal(100)),
          ),
        ),
        errorMessage: `\`cluster_name\` must be a name that EKS accepts, got "${expressionToken(name)}".`,
      },
    ],
  });
  const version = new TerraformVariable(stack, "helm_chart_version", {
    type: "string",
    description: "Helm chart version.",
    default: "2.4.5",
    nullable: false,
  });
  const subnetIds = new TerraformVariable(stack, "subnet_ids", {
    type: expressionToken(call("list", reference("string"))).toString(),
    description: "Private subnet IDs to mount into.",
    nullable: false,
  });

  const storage = new Construct(stack, "Storage");
  const tags = new TerraformLocal(storage, "tags", {
    Name: clusterName.stringValue,
    [`kubernetes.io/cluster/${clusterName.stringValue}`]: "shared",
  });
  const fileSystem = new EfsFileSystem(storage, "FileSystem", {
    encrypted: true,
    tags: tags.asStringMap,
    throughputMode: "elastic",
    lifecyclePolicy: [{ transitionToIa: "AFTER_30_DAYS" }],
  });
  comment(fileSystem, "Bursting starves a small file system.", "throughput_mode");
  new EfsFileSystemPolicy(storage, "Policy", {
    fileSystemId: fileSystem.id,
    policy: Fn.jsonencode({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "*",
          Resource: fileSystem.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    }),
  });
  const count = TerraformCount.of(Fn.lengthOf(subnetIds.listValue));
  const mountTarget = new EfsMountTarget(storage, "MountTarget", {
    count,
    fileSystemId: fileSystem.id,
    subnetId: propertyAccess(subnetIds.listValue, [count.index]).toString(),
  });
  comment(
    mountTarget,
    "One mount target per subnet. The ids may be unknown at plan, so the list's length, not its content, decides how many there are.",
  );

  const driver = new Release(new Construct(stack, "Driver"), "Resource", {
    name: "aws-efs-csi-driver",
    repository: "https://kubernetes-sigs.github.io/aws-efs-csi-driver",
    chart: "aws-efs-csi-driver",
    version: version.stringValue,
    createNamespace: true,
    values: [
      Fn.yamlencode({
        controller: { replicaCount: 2, tags: Fn.merge([tags.asStringMap, { driver: "efs" }]) },
        node: { rollingUpdate: { maxUnavailable: "10%" } },
      }),
    ],
  });
  const storageClass = new Release(new Construct(stack, "StorageClass"), "Resource", {
    name: Fn.join("-", ["efs", Fn.substr(Fn.sha256(fileSystem.id), 0, 8)]),
    chart: `${expressionToken(reference("path.module"))}/chart`,
    wait: false,
    dependsOn: [driver, mountTarget],
  });

  new TerraformOutput(stack, "storage_class_name", {
    value: "efs-sc",
    description: "Registered StorageClass.",
    dependsOn: [storageClass],
  });
  new TerraformOutput(stack, "file_system_id", {
    value: fileSystem.id,
    description: "ID of the created EFS instance.",
  });
}

it("prints a module as one would write it by hand", () => {
  const { main, variables, outputs, versions, providers } = printed(storageModule);

  expect(main).toBe(hcl`
    locals {
      tags = {
        Name                                        = var.cluster_name
        "kubernetes.io/cluster/\${var.cluster_name}" = "shared"
      }
    }

    resource "aws_efs_file_system" "this" {
      encrypted = true

      # Bursting starves a small file system.
      throughput_mode = "elastic"

      tags = local.tags

      lifecycle_policy {
        transition_to_ia = "AFTER_30_DAYS"
      }
    }

    resource "aws_efs_file_system_policy" "this" {
      file_system_id = aws_efs_file_system.this.id

      policy = jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Effect = "Deny"
          Principal = {
            AWS = "*"
          }
          Action   = "*"
          Resource = aws_efs_file_system.this.arn
          Condition = {
            Bool = {
              "aws:SecureTransport" = "false"
            }
          }
        }]
      })
    }

    # One mount target per subnet. The ids may be unknown at plan, so the list's
    # length, not its content, decides how many there are.
    resource "aws_efs_mount_target" "this" {
      count = length(var.subnet_ids)

      file_system_id = aws_efs_file_system.this.id
      subnet_id      = var.subnet_ids[count.index]
    }

    resource "helm_release" "driver" {
      name             = "aws-efs-csi-driver"
      repository       = "https://kubernetes-sigs.github.io/aws-efs-csi-driver"
      chart            = "aws-efs-csi-driver"
      version          = var.helm_chart_version
      create_namespace = true

      values = [yamlencode({
        controller = {
          replicaCount = 2
          tags = merge(local.tags, {
            driver = "efs"
          })
        }
        node = {
          rollingUpdate = {
            maxUnavailable = "10%"
          }
        }
      })]
    }

    resource "helm_release" "storage_class" {
      name  = join("-", ["efs", substr(sha256(aws_efs_file_system.this.id), 0, 8)])
      chart = "\${path.module}/chart"
      wait  = false

      depends_on = [helm_release.driver, aws_efs_mount_target.this]
    }
  `);

  expect(variables).toBe(hcl`
    variable "cluster_name" {
      type        = string
      description = "Cluster name to tag the file system with."
      nullable    = false

      validation {
        condition = (
          can(regex("^[A-Za-z0-9][A-Za-z0-9_-]*$", var.cluster_name)) &&
          length(var.cluster_name) <= 100
        )
        error_message = "\`cluster_name\` must be a name that EKS accepts, got \"\${var.cluster_name}\"."
      }
    }

    variable "subnet_ids" {
      type        = list(string)
      description = "Private subnet IDs to mount into."
      nullable    = false
    }

    variable "helm_chart_version" {
      type        = string
      description = "Helm chart version."
      default     = "2.4.5"
      nullable    = false
    }
  `);

  expect(outputs).toBe(hcl`
    output "file_system_id" {
      description = "ID of the created EFS instance."
      value       = aws_efs_file_system.this.id
    }

    output "storage_class_name" {
      description = "Registered StorageClass."
      value       = "efs-sc"
      depends_on  = [helm_release.storage_class]
    }
  `);

  expect(versions).toBe(hcl`
    terraform {
      required_version = ">= 1.9"

      required_providers {
        aws = {
          source  = "hashicorp/aws"
          version = ">= 6.0, < 7.0"
        }
        helm = {
          source  = "hashicorp/helm"
          version = ">= 2.17, < 4.0"
        }
      }
    }
  `);

  expect(providers).toBe("");
});

it("prints the same text each time", () => {
  expect(printed(storageModule)).toEqual(printed(storageModule));
});
