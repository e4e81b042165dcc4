/** What `generate` writes as modules and root configurations, as an app that cdktf synthesizes. */
import { App, TerraformStack } from "cdktf";
import { EnvironmentProviders } from "../../../csi";
import { modules, roots } from "../../generate/modules";
import { buildModule, buildRoot } from "../../generate/stacks";

const app = new App();
for (const module of modules) {
  const stack = new TerraformStack(app, module.name);
  new EnvironmentProviders(stack, "providers");
  buildModule(stack, module);
}
for (const root of roots) {
  buildRoot(new TerraformStack(app, `root-${root.name}`), root);
}
app.synth();
