/** What `generate` writes as modules and root configurations, as an app that cdktf synthesizes. */
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { EnvironmentProviders } from "../../csi";
import { readAssembly } from "../build/assembly";
import { contractOf } from "../generate/contract";
import { addModule, addRoot } from "../generate/module";
import { modules, roots } from "../generate/modules";

const assembly = readAssembly(join(__dirname, "..", ".."));
const loaded = modules.map((definition) => {
  const { inputs, outputs } = contractOf(assembly, definition);
  // cdktf synthesizes no variable whose default is null.
  const given = inputs.map((input) => ({ ...input, default: input.default ?? undefined }));
  return { definition, contract: { inputs: given, outputs } };
});

const app = new App();
for (const { definition, contract } of loaded) {
  const stack = new TerraformStack(app, definition.name);
  new EnvironmentProviders(stack, "providers");
  addModule(stack, definition, contract);
}
for (const root of roots) {
  addRoot(new TerraformStack(app, `root-${root.name}`), loaded, root);
}
app.synth();
