import { schemaOf } from "../../schemas/cache";
import s3FilesSchema from "../../schemas/s3-files.json";
import type { Provider } from "../provider";
import type { ProviderSchema } from "../schema";
import { checkRegion } from "./account";
import { dataSources } from "./data-sources";
import { efs } from "./efs";
import { eks } from "./eks";
import { iam } from "./iam";
import { network } from "./network";
import { regional } from "./regional";
import { s3 } from "./s3";
import { s3Files } from "./s3-files";

const schema = schemaOf("aws");

const resources = { ...network, ...s3, ...s3Files, ...efs, ...iam, ...eks };

/** Stands in for hashicorp/aws 6.x. */
export const aws: Provider = {
  source: "hashicorp/aws",
  schema: {
    ...schema,
    resource_schemas: {
      ...schema.resource_schemas,
      ...(s3FilesSchema as unknown as ProviderSchema).resource_schemas,
    },
  },
  library: "sdk",
  // https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs/guides/enhanced-region-support
  plainImportId: (id) => id.replace(/@[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/, ""),
  configure: checkRegion,
  resources: Object.fromEntries(
    Object.entries(resources).map(([type, behaviour]) => [type, regional(behaviour)]),
  ),
  dataSources,
};
