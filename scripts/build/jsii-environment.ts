/**
 * Variables for whatever runs jsii or its kernel: without them it warns at each
 * start that Node 20 is at its end. Node 20 works, and `engines` in package.json
 * says which do.
 */
export const jsiiEnvironment = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: "20" } as const;
