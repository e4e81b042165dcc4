import { expect, test } from "vitest";
import { settings } from "./settings";

const given = {
  KUBECONFIG_TEST: "/kubeconfig",
  S3_BUCKETS_TEST: "mount-a,mount-b",
  TERRAFORM_PROVIDERS: "registry",
};

test("the driver's public chart on AWS is the default", () => {
  expect(settings(given)).toEqual({
    endpoint: undefined,
    region: "us-east-1",
    buckets: ["mount-a", "mount-b"],
    driverChart: undefined,
  });
});

test("an S3 server, a region and a chart may be given", () => {
  const more = {
    S3_ENDPOINT_TEST: "http://10.0.0.1:5000",
    AWS_REGION: "eu-west-1",
    DRIVER_CHART_TEST: "/chart",
    TERRAFORM_PROVIDERS: "",
  };
  expect(settings({ ...given, ...more })).toEqual({
    endpoint: "http://10.0.0.1:5000",
    region: "eu-west-1",
    buckets: ["mount-a", "mount-b"],
    driverChart: "/chart",
  });
});

test.each([
  { KUBECONFIG_TEST: "" },
  { TERRAFORM_PROVIDERS: "" },
  { S3_BUCKETS_TEST: "" },
  { S3_BUCKETS_TEST: "one" },
  { S3_BUCKETS_TEST: "one,one" },
  { S3_BUCKETS_TEST: "one,two,three" },
  { S3_ENDPOINT_TEST: "s3.example.com" },
  { S3_ENDPOINT_TEST: "http://s3.example.com/bucket" },
])("%o is refused by its name", (wrong) => {
  expect(() => settings({ ...given, ...wrong })).toThrow(Object.keys(wrong)[0]);
});
