// cdktf takes a stack trace for each token, which no test reads. Vitest maps each back to
// TypeScript, which is more than half the time of a synthesis.
import traces from "cdktf/lib/tokens/private/stack-trace";

traces.captureStackTrace = () => [];
