import type { Mutant } from "./mutant";

const contract = {
  file: "scripts/generate/contract.ts",
  killedBy: "test/scripts/generate/contract.test.ts",
};
const files = {
  file: "scripts/generate/files.ts",
  killedBy: "test/scripts/generate/files.test.ts",
};
const stacks = { file: "scripts/generate/stacks.ts", killedBy: "test/contract.test.ts" };
const strings = {
  file: "scripts/hcl-printer/one-line.ts",
  killedBy: "test/scripts/hcl-printer/strings.test.ts",
};
const variables = {
  file: "scripts/hcl-printer/module-blocks.ts",
  killedBy: "test/scripts/hcl-printer/variables-and-outputs.test.ts",
};

/** Mistakes in what writes the modules. */
export const generatorMutants: readonly Mutant[] = [
  {
    ...contract,
    name: "takes any order",
    from: "Number(b.required) - Number(a.required) || ",
    to: "",
  },
  {
    ...contract,
    name: "omits props that are not there",
    from: "if (unknown.length > 0)",
    to: "if (false)",
  },
  {
    ...files,
    name: "leaves old files",
    from: "rmSync(join(root, path));",
    to: "",
  },
  {
    ...files,
    name: "does not see what is left over",
    from: "drift.push(`${path} is not generated any more`);",
    to: "",
  },
  { ...files, name: "does not see a changed file", from: "if (found !== text)", to: "if (false)" },
  {
    ...files,
    name: "overlooks whatever begins like Terraform's own",
    from: "(\\/|\\.lock\\.hcl$)/",
    to: "/",
  },
  { ...files, name: "keeps CRLF", from: '.replaceAll("\\r\\n", "\\n")', to: "" },
  {
    file: "scripts/generate/include.ts",
    killedBy: "test/scripts/generate/include.test.ts",
    name: "takes a mark that is not closed",
    from: "if (open)",
    to: "if (false)",
  },
  {
    file: "scripts/generate/change-table.ts",
    killedBy: "test/scripts/generate/change-table.test.ts",
    name: "leaves the table out without a word",
    from: "if (!MARK.test(document))",
    to: "if (false)",
  },
  {
    file: "scripts/generate/change-table.ts",
    killedBy: "test/scripts/generate/change-table.test.ts",
    name: "takes an input without a row",
    from: "if (missing.length > 0)",
    to: "if (false)",
  },
  {
    ...stacks,
    killedBy: "test/modules/order.test.ts",
    name: "gives a class's name before there is a class",
    from: "refersToResource(stack, value) ? undefined : [construct]",
    to: "undefined",
  },
  { ...strings, name: "lets `${` begin an expression", from: '"${": "$${",', to: '"${": "${",' },
  { ...strings, name: "lets `%{` begin a directive", from: '"%{": "%%{",', to: '"%{": "%{",' },
  { ...strings, name: "ends a string at a quote", from: "'\"': '\\\\\"',", to: "'\"': '\"'," },
  {
    ...variables,
    name: "lets null in",
    from: "nullable: nullable === false ? literal(false) : undefined,",
    to: "",
  },
  {
    ...variables,
    name: "drops validations",
    from: "groups: [args, ...rules]",
    to: "groups: [args]",
  },
  {
    file: "scripts/hcl-printer/resource-block.ts",
    killedBy: "test/scripts/hcl-printer/resources.test.ts",
    name: "drops depends_on",
    from: "givenArguments({ depends_on: values.references(resource.dependsOn) }),",
    to: "",
  },
  {
    file: "scripts/hcl-printer/print.ts",
    killedBy: "test/scripts/hcl-printer/refusals.test.ts",
    name: "leaves overrides out without a word",
    from: "if (name !== undefined)",
    to: "if (false)",
  },
  {
    file: "scripts/hcl-printer/dependency-order.ts",
    killedBy: "test/scripts/hcl-printer/order.test.ts",
    name: "takes any order",
    from: "if (needed) add(needed);",
    to: "",
  },
  {
    file: "scripts/hcl-printer/layout.ts",
    killedBy: "test/scripts/hcl-printer/layout.test.ts",
    name: "leaves the equals signs where they are",
    from: '" ".repeat(gap)',
    to: '""',
  },
];
