import { vi } from "vitest";

/** Waits until an assertion holds: what a controller does takes some seconds on a busy machine. */
export function eventually(assertion: () => Promise<void>): Promise<void> {
  return vi.waitFor(assertion, { timeout: 30_000, interval: 200 });
}
