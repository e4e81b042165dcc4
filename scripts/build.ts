/** Builds lib/ and .jsii from csi/. */
import { join } from "node:path";
import { buildLibrary } from "./build/library";
import { main } from "./main";

main({}, () => buildLibrary(join(__dirname, "..")));
