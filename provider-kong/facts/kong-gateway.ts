import { readFileSync } from 'node:fs';
import type { ProviderSchema, ResourceSchema, SchemaDocument, UsedResources } from './form';

// By the package's own name: the same from the sources, from the compiled code and from an installed package.
const read = <T>(file: string): T => JSON.parse(readFileSync(require.resolve(`@cdktf/provider-kong/${file}`), 'utf8'));

const used = read<UsedResources>('resources.json');
const [first] = Object.values(read<SchemaDocument>('schema.json').provider_schemas);
if (!first) throw new Error('schema.json of @cdktf/provider-kong holds no provider; install the package again');
const provider: ProviderSchema = first;

/** Where Terraform finds the provider, as `required_providers` writes it: `kong/kong-gateway`. */
export const providerSource: string = used.source;

/** The version of the provider that the schema and the bindings are made from: `1.1.0`. */
export const providerVersion: string = used.version;

/** Resource types that the bindings have, sorted: `kong-gateway_acl`, `kong-gateway_ca_certificate`, … */
export const resourceNames: readonly string[] = Object.keys(provider.resource_schemas);

/** Schema of the provider's own configuration block. */
export const providerSchema: ResourceSchema = provider.provider;

/** Schema of a resource type (`kong-gateway_service`); undefined for a type that is not among {@link resourceNames}. */
export function resourceSchema(name: string): ResourceSchema | undefined {
  return Object.hasOwn(provider.resource_schemas, name) ? provider.resource_schemas[name] : undefined;
}
