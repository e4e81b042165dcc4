import { describe, expect, it } from "vitest";
import { decide } from "./iam";

describe("the evaluation of policies", () => {
  const everything = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
  });
  const read = { action: "s3:GetObject", resource: "arn:aws:s3:::bucket/part-0" };

  it("refuses an action that AWS does not have", async () => {
    await expect(decide(everything, { ...read, action: "s3:ReadObject" })).rejects.toThrow(
      "cannot be decided",
    );
  });

  it("refuses a resource that the action does not have", async () => {
    await expect(
      decide(everything, { ...read, resource: "arn:aws:sqs:us-west-2:123456789012:queue" }),
    ).rejects.toThrow("cannot be decided");
  });

  it("refuses a condition key that the action does not have", async () => {
    const context = { "elasticfilesystem:CreateAction": "CreateAccessPoint" };
    await expect(decide(everything, { ...read, context })).rejects.toThrow(
      "knows no condition key",
    );
  });
});
