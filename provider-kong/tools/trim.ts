import type { BlockSchema, ResourceSchema, SchemaDocument, UsedResources } from '../facts/form';
import { isObject } from '../facts/problem';
import { trimBlock } from './trim-block';
import { UnusableSchema } from './unusable-schema';

/** A document of facts, and the used resources that the input does not have. */
export interface Trimmed {
  readonly document: SchemaDocument;
  readonly missing: readonly string[];
}

/**
 * Cuts the output of `terraform providers schema -json` down to the provider and the resources that are used, and to names,
 * types and flags: descriptions, data sources, functions and everything that this package does not know are left out.
 * Names are sorted and the provider gets one address, whichever engine printed it, so equal facts make equal files.
 *
 * @throws UnusableSchema when the input has another form or lacks the provider
 */
export function trim(input: unknown, used: UsedResources): Trimmed {
  const provider = findProvider(input, used.source);
  const resources = provider.resource_schemas;
  if (!isObject(resources)) throw new UnusableSchema(`provider ${used.source} has no resource_schemas in this file`);
  const present = used.resources.filter((name) => Object.hasOwn(resources, name));
  const document: SchemaDocument = {
    format_version: '1.0',
    provider_schemas: {
      [`registry.terraform.io/${used.source}`]: {
        provider: trimResource(provider.provider, 'provider'),
        resource_schemas: Object.fromEntries(
          [...present].sort().map((name) => [name, trimResource(resources[name], name)]),
        ),
      },
    },
  };
  return { document, missing: used.resources.filter((name) => !present.includes(name)) };
}

function findProvider(input: unknown, source: string): Readonly<Record<string, unknown>> {
  const hint = "give the file that 'terraform providers schema -json' wrote";
  if (!isObject(input)) throw new UnusableSchema(`the file does not hold a JSON object; ${hint}`);
  const { format_version: format, provider_schemas: providers } = input;
  if (typeof format !== 'string') throw new UnusableSchema(`the file has no format_version; ${hint}`);
  if (!/^1\.\d+$/.test(format)) {
    throw new UnusableSchema(`format_version '${format}' is not known; allowed is 1.x: this tool must learn it first`);
  }
  if (!isObject(providers)) {
    throw new UnusableSchema(
      `the file has no provider_schemas; run 'terraform init' where it was written, then ${hint}`,
    );
  }
  const names = Object.keys(providers).filter((name) => name.endsWith(`/${source}`));
  const [name] = names;
  if (name === undefined || names.length > 1) {
    const found = Object.keys(providers).join(', ') || 'none';
    throw new UnusableSchema(`expected one provider ${source} in the file; found: ${names.join(', ') || found}`);
  }
  const provider = providers[name];
  if (!isObject(provider)) throw new UnusableSchema(`provider ${name} is not an object in this file`);
  return provider;
}

function trimResource(input: unknown, path: string): ResourceSchema {
  if (!isObject(input) || typeof input.version !== 'number' || !isObject(input.block)) {
    throw new UnusableSchema(`${path} has no version and block in this file`);
  }
  const block: BlockSchema = trimBlock(input.block, path);
  return { version: input.version, block };
}
