import {
  DefaultTokenResolver,
  type ITerraformDependable,
  StringConcat,
  TerraformOutput,
  type TerraformStack,
  TerraformVariable,
  Tokenization,
} from "cdktf";
import type { Construct } from "constructs";
import { EnvironmentProviders } from "../../csi";
import { hclComment } from "../../csi/internal/hcl-comment";
import { call, expressionToken, reference } from "../hcl-printer";
import { contractOf, type Input } from "./contract";
import type { ModuleDefinition, RootDefinition } from "./modules";
import { validation } from "./validation";

/** Puts a module's construct into a stack: a variable for each input, an output for each attribute. */
export function addModule(stack: TerraformStack, module: ModuleDefinition): void {
  const { inputs, outputs } = contractOf(module);
  const props = Object.fromEntries(inputs.map((input) => [input.prop, variable(stack, input)]));
  const construct = new module.construct(stack, module.name, props);
  for (const { name, attribute, description } of outputs) {
    output(stack, construct, attribute, name, description);
  }
}

/** Puts a root configuration into a stack: its providers, and its constructs with the inputs that have no default. */
export function addRoot(stack: TerraformStack, root: RootDefinition): void {
  const providers = new EnvironmentProviders(stack, "providers");
  for (const [name, variables] of Object.entries(environment)) {
    hclComment(providers.node.findChild(name) as Construct, `Configured by ${variables}.`);
  }
  const declared = new Map<string, unknown>();
  const several = Object.keys(root.constructs).length > 1;
  for (const [id, module] of Object.entries(root.constructs)) {
    const { inputs, outputs } = contractOf(module);
    const required = inputs.filter((input) => input.required);
    for (const input of required) {
      if (!declared.has(input.prop)) {
        declared.set(input.prop, variable(stack, input));
      }
    }
    const props = Object.fromEntries(required.map(({ prop }) => [prop, declared.get(prop)]));
    const construct = new module.construct(stack, id, props);
    for (const { name, attribute, description } of outputs) {
      output(stack, construct, attribute, several ? `${id}_${name}` : name, description);
    }
  }
}

const environment = {
  aws: "AWS_REGION, AWS_PROFILE and the like: https://registry.terraform.io/providers/hashicorp/aws/latest/docs#environment-variables",
  helm: "KUBE_CONFIG_PATH, KUBE_CTX and the like: https://registry.terraform.io/providers/hashicorp/helm/latest/docs",
};

const listOfStrings = expressionToken(call("list", reference("string")));

/** Declares a variable and gives the token that stands for its value. */
function variable(stack: TerraformStack, input: Input): unknown {
  const declared = new TerraformVariable(stack, input.name, {
    type: input.type === "string" ? "string" : listOfStrings.toString(),
    description: input.description,
    default: input.default,
    nullable: false,
    validation: input.rules.map((rule) => validation(input, rule)),
  });
  return input.type === "string" ? declared.stringValue : declared.listValue;
}

function output(
  stack: TerraformStack,
  construct: Construct & ITerraformDependable,
  attribute: string,
  name: string,
  description: string,
): void {
  const value = (construct as unknown as Record<string, string>)[attribute];
  // One that only echoes an input refers to no resource, so it has to say what it waits for.
  const dependsOn = refersToResource(stack, value) ? undefined : [construct];
  new TerraformOutput(stack, `output_${name}`, {
    value,
    description,
    dependsOn,
  }).overrideLogicalId(name);
}

function refersToResource(stack: TerraformStack, value: string): boolean {
  const resolved = Tokenization.resolve(value, {
    scope: stack,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
  return /^\$\{(?!var\.)/.test(resolved);
}
