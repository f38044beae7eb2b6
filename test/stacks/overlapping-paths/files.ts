import type { Case } from './cases';

const COMMON = `kind: Environment
name: sandbox
title: Sandbox
stage: sandbox
trial: true
gateway: { edition: oss, version: '3.9' }
hosts: [api.example]
counters: { store: local }
partners: { shards: 1 }
isolation: { upstreams: ['*.example'] }
---
kind: Team
name: items
title: Items
email: items@operator.example
---
kind: Tier
name: free
title: Free
status: draft
version: 1.0.0
limits: { minute: 30 }
---
kind: TokenPolicy
name: idp
title: Tokens
signedBy: idp
environments:
  sandbox: { issuer: 'https://idp.example', jwksUri: 'https://idp.example/jwks', audience: 'https://api.example' }
---
kind: ErrorPolicy
name: errors
title: Errors
model: camara
`;

/** The name of a case's API. */
export function nameOf(index: number): string {
  return `api-${index}`;
}

/** A catalog with an API for each case. */
export function filesOf(cases: readonly Case[]): Readonly<Record<string, string>> {
  const apis = cases.flatMap((one, index): [string, string][] => [
    [`${nameOf(index)}.yaml`, apiOf(one, nameOf(index))],
    [`${nameOf(index)}.openapi.yaml`, JSON.stringify(openApiOf(one))],
  ]);
  return { 'common.yaml': COMMON, ...Object.fromEntries(apis) };
}

function apiOf({ paths, upstreamPaths }: Case, name: string): string {
  const hidden = paths.flatMap(({ operations }, index) =>
    operations
      .filter(({ exposed }) => !exposed)
      .map(({ method }) => ({ operation: idOf(index, method), exposed: false })),
  );
  return `kind: Api
name: ${name}
title: Items
domain: items
owner: items
version: 1.0.0
basePath: /${name}
openapi: ./${name}.openapi.yaml
lifecycle: published
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams: { sandbox: { url: 'https://items.example' } }
${hidden.length > 0 ? `routes: ${JSON.stringify(hidden)}\n` : ''}${
  Object.keys(upstreamPaths).length > 0 ? `upstreamPaths: ${JSON.stringify(upstreamPaths)}\n` : ''
}policies: { token: idp, errors: errors }
`;
}

function openApiOf({ paths }: Case): unknown {
  return {
    openapi: '3.0.3',
    info: { title: 'Items', version: '1.0.0' },
    paths: Object.fromEntries(
      paths.map(({ path, operations }, index) => [
        path,
        Object.fromEntries(
          operations.map(({ method }) => [
            method.toLowerCase(),
            { operationId: idOf(index, method), security: [{ idp: [idOf(index, method)] }] },
          ]),
        ),
      ]),
    ),
  };
}

function idOf(path: number, method: string): string {
  return `${method.toLowerCase()}-${path}`;
}
