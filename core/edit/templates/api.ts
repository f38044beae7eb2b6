import { stringify } from 'yaml';
import { schemaLine } from './file';

/** What the OpenAPI file of an API says of it. */
export interface ApiContent {
  readonly title: string;
  readonly version: string;
  readonly basePath: string;
  /**
   * What operations need for which the file requires no scope.
   * @default every operation has scopes
   */
  readonly scopes?: readonly string[];
}

/** What is filled into a new Api document. */
export interface ApiTemplate extends ApiContent {
  readonly name: string;
  readonly domain: string;
  readonly owner: string;
  /** Path of the OpenAPI file from the document. */
  readonly openapi: string;
  readonly lifecycle: 'draft' | 'preview';
  /** Best first. */
  readonly tiers: readonly string[];
  /** Address of the upstream by environment. */
  readonly upstreams: Readonly<Record<string, string>>;
  readonly tokenPolicy: string;
  readonly errorPolicy: string;
  /** Path of the folder of schemas, from the document. */
  readonly schemas: string | undefined;
}

/** A document for a new API. */
export function apiDocument(api: ApiTemplate): string {
  const upstreams = Object.entries(api.upstreams).map(([environment, url]) => `  ${environment}: { url: ${url} }\n`);
  return `${schemaLine(api.schemas)}kind: Api
name: ${api.name}
title: ${word(api.title)}
domain: ${api.domain}
owner: ${api.owner}
version: ${word(api.version)}
basePath: ${word(api.basePath)}
openapi: ${word(api.openapi)}
lifecycle: ${api.lifecycle} # draft: nowhere; preview: outside production; published: everywhere
criticality: low
personalData: false # true asks for a consent policy
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
  return `scopes: [${scopes.map(word).join(', ')}] # for operations without any in the OpenAPI file; 'none' lets every subscriber call them\n`;
}

/** A text as YAML, quoted where it would be something else. */
function word(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN' }).trim();
}
