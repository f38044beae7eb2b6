import { schemaLine, titleOf } from './file';

/** What is filled into a new Api document. */
export interface ApiTemplate {
  readonly name: string;
  readonly domain: string;
  readonly owner: string;
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

/** A document for a new API, with an OpenAPI file of the name `<name>.openapi.yaml` beside it. */
export function apiDocument(api: ApiTemplate): string {
  const upstreams = Object.entries(api.upstreams).map(([environment, url]) => `  ${environment}: { url: ${url} }\n`);
  return `${schemaLine(api.schemas)}kind: Api
name: ${api.name}
title: ${titleOf(api.name)}
domain: ${api.domain}
owner: ${api.owner}
version: 0.1.0
basePath: /${api.name}/v0
openapi: ./${api.name}.openapi.yaml
lifecycle: ${api.lifecycle} # draft: nowhere; preview: outside production; published: everywhere
criticality: low
personalData: false # true asks for a consent policy
visibility: partner-only
tiers: [${api.tiers.join(', ')}] # best first
upstreams:
${upstreams.join('')}policies:
  token: ${api.tokenPolicy}
  errors: ${api.errorPolicy}
`;
}
