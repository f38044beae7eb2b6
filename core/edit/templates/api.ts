import { stringify } from 'yaml';
import { schemaLine } from './file';

/** The values of an Api document that come from its OpenAPI file. */
export interface ApiContent {
  readonly title: string;
  readonly version: string;
  readonly basePath: string;
  /**
   * Scopes of the operations that have none in the file.
   * @default every operation has scopes in the file
   */
  readonly scopes?: readonly string[];
}

/** The values of a new Api document. */
export interface ApiTemplate extends ApiContent {
  readonly name: string;
  readonly domain: string;
  readonly owner: string;
  /** Path from the document to the OpenAPI file. */
  readonly openapi: string;
  readonly lifecycle: 'draft' | 'preview';
  /** Best first. */
  readonly tiers: readonly string[];
  /** URL of the upstream by environment. */
  readonly upstreams: Readonly<Record<string, string>>;
  readonly tokenPolicy: string;
  readonly errorPolicy: string;
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

/** A new Api document. */
export function apiDocument(api: ApiTemplate): string {
  const upstreams = Object.entries(api.upstreams).map(([environment, url]) => `  ${environment}: { url: ${url} }\n`);
  return `${schemaLine(api.schemas)}kind: Api
name: ${api.name}
title: ${scalar(api.title)}
domain: ${api.domain}
owner: ${api.owner}
version: ${scalar(api.version)}
basePath: ${scalar(api.basePath)}
openapi: ${scalar(api.openapi)}
lifecycle: ${api.lifecycle} # draft: not served; preview: not in production; published: everywhere
criticality: low
personalData: false # true requires a consent policy
visibility: partner-only
tiers: [${api.tiers.join(', ')}] # best first
${scopesLine(api.scopes)}upstreams:
${upstreams.join('')}policies:
  token: ${api.tokenPolicy}
  errors: ${api.errorPolicy}
`;
}

function scopesLine(scopes: readonly string[] | undefined): string {
  if (!scopes) return '';
  return `scopes: [${scopes.map(scalar).join(', ')}] # for operations without a scope in the OpenAPI file; 'none' lets every subscriber call them\n`;
}

/** A string as YAML, quoted if it would be read as another type. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
}
