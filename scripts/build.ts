/** Builds lib/ and .jsii from csi/. */
import { join } from "node:path";
import { buildLibrary } from "./build/library";
import { main } from "./command/main";

main({}, () => buildLibrary(join(__dirname, "..")));
