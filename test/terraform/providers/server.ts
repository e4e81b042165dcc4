import { join } from "node:path";
import {
  loadPackageDefinition,
  type MethodDefinition,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceClientConstructor,
  type ServiceDefinition,
  type sendUnaryData,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import type { Cloud } from "./cloud";
import { type Diagnostic, type Provider, ProviderError, type Surroundings } from "./provider";
import { type Request, Requests, type Response } from "./requests";
import { schemaMessage } from "./schema-message";

/** A provider that listens for Terraform. */
export interface RunningProvider {
  readonly port: number;
  close(): void;
}

const definition = loadSync(join(__dirname, "plugin.proto"), { keepCase: true, longs: Number });
const { Provider: client } = loadPackageDefinition(definition).tfplugin6 as unknown as {
  Provider: ServiceClientConstructor;
};

/** Serves a provider on a free port of 127.0.0.1, in this process. */
export async function serve(
  provider: Provider,
  cloud: Cloud,
  surroundings: Surroundings,
): Promise<RunningProvider> {
  const server = new Server();
  const requests = new Requests(provider, cloud, surroundings);
  const methods = Object.keys(client.service);
  const handlers = methods.map((name) => [name, handler(requests, name)] as const);
  server.addService(serviceOf(provider), Object.fromEntries(handlers));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { port, close: () => server.forceShutdown() };
}

const services = new WeakMap<Provider, ServiceDefinition>();

/** The protocol's service, which writes the provider's large and constant schema only once. */
function serviceOf(provider: Provider): ServiceDefinition {
  const known = services.get(provider);
  if (known) return known;
  const method = client.service.GetProviderSchema as MethodDefinition<unknown, object>;
  const bytes = method.responseSerialize(schemaMessage(provider.schema));
  const service = {
    ...client.service,
    GetProviderSchema: { ...method, responseSerialize: () => bytes },
  } as ServiceDefinition;
  services.set(provider, service);
  return service;
}

function handler(requests: Requests, name: string) {
  return (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>): void => {
    try {
      const method = requests[name as keyof Requests] as
        | ((request: Request, peer: string) => Response)
        | undefined;
      const response = method?.call(requests, call.request, call.getPeer()) ?? {};
      answer(null, { ...response, ...message(response.diagnostics as Diagnostic[] | undefined) });
    } catch (error) {
      answer(null, message([diagnosticOf(error)]));
    }
  };
}

function message(diagnostics: readonly Diagnostic[] = []): Response {
  return {
    diagnostics: diagnostics.map(({ severity, summary, detail, attribute }) => ({
      severity: severity === "error" ? 1 : 2,
      summary,
      detail,
      ...(attribute && { attribute: { steps: [{ attribute_name: attribute }] } }),
    })),
  };
}

function diagnosticOf(error: unknown): Diagnostic {
  if (error instanceof ProviderError) {
    const { summary, detail, attribute } = error;
    return { severity: "error", summary, detail, ...(attribute && { attribute }) };
  }
  return {
    severity: "error",
    summary: "The offline provider failed",
    detail: error instanceof Error ? String(error.stack) : String(error),
  };
}
