/** Prints, as JSON, what each construct given as an argument is refused with. */
import * as csi from "@clockwork-codex/csi";
import { App, TerraformStack } from "cdktf";

const constructs = csi as unknown as Record<
  string,
  new (
    scope: TerraformStack,
    id: string,
    props: never,
  ) => object
>;

function refusal(construct: string, props: object): string | null {
  const stack = new TerraformStack(new App({ outdir: "cdktf.out" }), "stack");
  try {
    new constructs[construct](stack, "it", props as never);
    return null;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

const cases: [string, object][] = JSON.parse(process.argv[2]);
console.log(JSON.stringify(cases.map(([construct, props]) => refusal(construct, props))));
