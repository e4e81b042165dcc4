import { expect, it } from "vitest";
import { decide } from "./iam";

const everything = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
const read = { action: "s3:GetObject", resource: "arn:aws:s3:::bucket/part-0" };

it.each([
  ["an action that AWS does not have", { action: "s3:ReadObject" }, "cannot be decided"],
  ["a resource of another service", { resource: "arn:aws:sqs:us-west-2:1:q" }, "cannot be decided"],
  ["a key that the action does not have", { context: { "sts:x": "y" } }, "knows no condition key"],
])("no policy is asked of %s", async (_, wrong, message) => {
  await expect(decide(everything, { ...read, ...wrong })).rejects.toThrow(message);
});
