/**
 * Builds the package of csi/: lib/ and .jsii, compiled by jsii, with the charts
 * beside the constructs that install them and the provider bindings bundled in.
 */
import { join } from "node:path";
import { bundleBindings } from "./build/bindings";
import { copyCharts } from "./build/charts";
import { compile } from "./build/compile";

const root = join(__dirname, "..");
compile(root);
copyCharts(root);
bundleBindings(root);
