import { describe, expect, it } from "vitest";
import { offline, terraform } from "../../terraform";
import { time } from ".";

const text = `terraform {
  required_providers {
    time = {
      source  = "hashicorp/time"
      version = ">= 0.13.0, < 1.0.0"
    }
  }
}

variable "association" {
  type    = string
  default = "a-0123456789abcdef0"
}

variable "duration" {
  type    = string
  default = "30s"
}

resource "time_sleep" "triggered" {
  create_duration = "30s"
  triggers        = { association = var.association }
}

resource "time_sleep" "longer" {
  create_duration = var.duration
}
`;

describe("time_sleep", () => {
  it("wants a number and a unit", () => {
    const { validate } = time.resources.time_sleep;
    expect(() => validate?.({ create_duration: "1.5m" })).not.toThrow();
    expect(() => validate?.({ create_duration: "half a minute" })).toThrow("got: half a minute");
  });

  it.runIf(offline)("is replaced by a change of a trigger, not of the duration", async () => {
    const root = terraform({ "main.tf": text });
    await root.apply();
    const plan = await root.plan({ association: "a-0ffffffffffffffff", duration: "1m" });
    expect(plan.change("time_sleep.triggered").replacedBy).toEqual(["triggers"]);
    expect(plan.change("time_sleep.longer").action).toBe("update");
  });
});
