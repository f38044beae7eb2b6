import { fileDigest } from '../../model';
import { apiDocument } from './api';
import { applicationDocument } from './application';
import { contractTemplateDocument, contractText } from './contract-template';
import { schemaLine, type TemplateFile, titleOf } from './file';
import { openApiFile } from './openapi';
import { programmeDocument } from './programme';
import { freeTierFiles } from './tier';

/** Path to the schemas in an operator's repository, from a document `depth` folders deep. */
const schemas = (depth: number) => `${'../'.repeat(depth)}node_modules/gatewright/core/model/schemas`;

/** A day in the past, so that contracts can be accepted and terms are in force from the start. */
const EFFECTIVE = '2026-01-01';

/** The contract template of the programme, and its text. */
function contractFiles(): readonly TemplateFile[] {
  const version = '1.0.0';
  const text = contractText('standard', version);
  const file = `standard-${version}.en.md`;
  return [
    {
      path: 'catalog/contracts/standard.yaml',
      text: contractTemplateDocument({
        name: 'standard',
        version,
        effective: EFFECTIVE,
        texts: [{ language: 'en', file: `./${file}`, sha256: fileDigest(text) }],
        schemas: schemas(2),
      }),
    },
    { path: `catalog/contracts/${file}`, text },
  ];
}

/**
 * The documents of a small programme that passes the check: one of each kind that serving a call requires.
 *
 * @param name the name of the programme
 */
export function catalogFiles(name: string): readonly TemplateFile[] {
  return [
    {
      path: 'catalog/programme.yaml',
      text: programmeDocument({
        name,
        title: titleOf(name),
        operator: 'Operator Ltd.',
        country: 'ES',
        currency: 'EUR',
        languages: ['en'],
        email: 'partners@operator.example',
        teamOf: () => 'api-platform',
        schemas: schemas(1),
      }),
    },
    ...contractFiles(),
    {
      path: 'catalog/teams/api-platform.yaml',
      text: `${schemaLine(schemas(2))}kind: Team
name: api-platform
title: API platform
email: api-platform@operator.example
`,
    },
    {
      path: 'catalog/environments/sandbox.yaml',
      text: `${schemaLine(schemas(2))}kind: Environment
name: sandbox
title: Sandbox
stage: sandbox
trial: true # for evaluation: a restart of the gateway may reset quotas
gateway: { edition: oss, version: '3.9' }
hosts: [api.sandbox.operator.example]
counters: { store: local }
partners: { shards: 1 } # about 40 partners per shard
isolation: { upstreams: ['*.sandbox.internal'] }
`,
    },
    {
      path: 'catalog/policies/operator-idp.yaml',
      text: `${schemaLine(schemas(2))}kind: TokenPolicy
name: operator-idp
title: Tokens of the operator
signedBy: idp
environments:
  sandbox:
    issuer: https://idp.sandbox.operator.example
    jwksUri: https://idp.sandbox.operator.example/jwks
    audience: https://api.sandbox.operator.example
`,
    },
    {
      path: 'catalog/policies/camara-errors.yaml',
      text: `${schemaLine(schemas(2))}kind: ErrorPolicy
name: camara-errors
title: CAMARA errors
model: camara
`,
    },
    ...freeTierFiles(schemas(2), EFFECTIVE),
    {
      path: 'catalog/apis/connectivity/coverage/coverage.yaml',
      text: apiDocument({
        name: 'coverage',
        title: 'Coverage',
        version: '0.1.0',
        basePath: '/coverage/v0',
        openapi: './coverage.openapi.yaml',
        domain: 'connectivity',
        owner: 'api-platform',
        lifecycle: 'preview',
        tiers: ['free'],
        upstreams: { sandbox: 'https://coverage.sandbox.internal' },
        tokenPolicy: 'operator-idp',
        errorPolicy: 'camara-errors',
        schemas: schemas(4),
      }),
    },
    { path: 'catalog/apis/connectivity/coverage/coverage.openapi.yaml', text: openApiFile('coverage') },
    {
      path: 'catalog/partners/acme.yaml',
      text: `${schemaLine(schemas(2))}kind: Partner
name: acme
title: Acme
type: technology
organization: { name: Acme Ltd., country: ES }
owner: api-platform
contacts:
  - { role: technical, email: api@acme.example }
contract: { template: standard, version: 1.0.0 }
approval: { status: pendingApproval } # sandbox only until approved
`,
    },
    {
      path: 'catalog/partners/acme/shop.yaml',
      text: applicationDocument({
        name: 'shop',
        partner: 'acme',
        clientIds: { sandbox: 'acme-shop-sandbox' },
        subscription: {
          api: 'coverage',
          tier: 'free',
          scopes: ['coverage:read'],
          purpose: undefined,
          legalBasis: undefined,
        },
        schemas: schemas(3),
      }),
    },
  ];
}
