/** What `generate` writes as modules, as an app that cdktf synthesizes. */
import { App, TerraformStack } from "cdktf";
import { EnvironmentProviders } from "../../../csi";
import { modules } from "../../generate/modules";
import { buildModule } from "../../generate/stacks";

const app = new App();
for (const module of modules) {
  const stack = new TerraformStack(app, module.name);
  new EnvironmentProviders(stack, "providers");
  buildModule(stack, module);
}
app.synth();
