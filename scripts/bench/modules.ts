/** What `generate` writes as modules and root configurations, as an app that cdktf synthesizes. */
import { App, TerraformStack } from "cdktf";
import { EnvironmentProviders } from "../../csi";
import { modules, roots } from "../generate/modules";
import { addModule, addRoot } from "../generate/stacks";

const app = new App();
for (const module of modules) {
  const stack = new TerraformStack(app, module.name);
  new EnvironmentProviders(stack, "providers");
  addModule(stack, module);
}
for (const root of roots) {
  addRoot(new TerraformStack(app, `root-${root.name}`), root);
}
app.synth();
