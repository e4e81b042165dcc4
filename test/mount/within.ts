import { vi } from "vitest";

/** Waits until an assertion holds, so many seconds at most. */
export function within(seconds: number, assertion: () => Promise<void>): Promise<void> {
  return vi.waitFor(assertion, { timeout: seconds * 1000, interval: 1000 });
}
