import { expect, test } from "vitest";
import { account } from "./account";

const given = {
  AWS_REGION: "us-west-2",
  AWS_TEST_CLUSTER: "throwaway",
  AWS_TEST_BUCKET: "datasets",
  AWS_TEST_SUBNETS: "subnet-1,subnet-2",
  AWS_TEST_ACCEPT_COST: "yes",
};

test("the inputs of the example are the caller's", () => {
  expect(account(given)).toEqual({
    region: "us-west-2",
    cluster_name: "throwaway",
    bucket_name: "datasets",
    subnet_ids: ["subnet-1", "subnet-2"],
  });
});

test.each(Object.keys(given))("without %s nothing is begun, and the error names it", (name) => {
  expect(() => account({ ...given, [name]: "" })).toThrow(name);
});

test("another word than yes does not accept the cost", () => {
  expect(() => account({ ...given, AWS_TEST_ACCEPT_COST: "no" })).toThrow("AWS_TEST_ACCEPT_COST");
});
