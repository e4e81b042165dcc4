import { bundleBindings } from "./bindings";
import { copyCharts } from "./charts";
import { compile } from "./compile";

/**
 * Builds what is published of csi/: lib/ and .jsii, compiled by jsii, with the
 * charts beside the constructs that install them and the provider bindings
 * bundled in.
 */
export function buildLibrary(root: string): void {
  compile(root);
  copyCharts(root);
  bundleBindings(root);
}
