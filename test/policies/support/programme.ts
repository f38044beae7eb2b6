import { catalogOf, OPENAPI } from '../../support/catalog';
import { catalogOfFiles, programmeFiles } from '../../support/programme';

/** A replacement of text in a file, which must contain the text. */
export type Edit = readonly [from: string, to: string];

const CA = catalogOfFiles().environments.get('sandbox')?.value.clientCas?.[0]?.certificate;

const TEAM = `kind: Team
name: identity-apis
title: Identity
email: identity@operator.example
onCall: https://oncall.operator.example
`;

const PROGRAMME = `kind: Programme
name: northwind
title: Northwind Open Network
format: 1
operator: { name: Northwind Telecom S.A., country: ES }
purpose: Partners build safer sign-ins and payments on our network.
contacts: [{ role: business, email: partners@operator.example }]
currency: EUR
languages: [en]
---
kind: ContractTemplate
name: standard
title: Standard contract
versions:
  1.0.0:
    effective: 2025-01-01
    texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }
    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }
    responsibilities: { consent-capture: partner, user-information: partner }
`;

const environment = (name: string, stage: string, gateway: string) => `kind: Environment
name: ${name}
title: ${name}
stage: ${stage}
trial: ${stage === 'sandbox'}
gateway: ${gateway}
hosts: [api.${name}.example]
counters: { store: redis, host: redis.${name}.internal, password: '{vault://env/redis}' }
clientCas: [{ name: partner-ca, certificate: ${JSON.stringify(CA)} }]
audit: { endpoint: 'https://audit.${name}.internal/records' }
partners: { shards: 1, sealed: 1 }
isolation: { upstreams: ['*.${name}.internal'] }
`;

const API = `kind: Api
name: sim-swap
title: SIM Swap
domain: identity
owner: identity-apis
version: 2.1.0
basePath: /sim-swap/v2
openapi: ./openapi.yaml
lifecycle: published
criticality: critical
personalData: true
visibility: public
tiers: [paid]
upstreams:
  sandbox: { url: 'https://sim-swap.sandbox.internal' }
  production: { url: 'https://sim-swap.production.internal' }
policies: { token: idp, mtls: certificates, consent: fraud, audit: audit, errors: camara }
`;

const PARTNER = `kind: Partner
name: acme-bank
title: Acme Bank
type: technology
organization: { name: Acme Bank, country: ES }
owner: identity-apis
contacts: [{ role: technical, email: api@acme.example }]
contract: { template: standard, version: 1.0.0, accepted: { on: 2026-01-01, by: legal@acme.example } }
approval: { status: approved, on: 2026-01-01, by: partners@operator.example }
applications: [{ name: checkout, title: Checkout }]
`;

const POLICIES = `kind: TokenPolicy
name: idp
title: idp
signedBy: idp
environments:
  sandbox: { issuer: 'https://idp.sandbox.example', jwksUri: 'https://idp.sandbox.example/jwks', audience: a }
  production: { issuer: 'https://idp.example', jwksUri: 'https://idp.production.example/jwks', audience: b }
---
kind: MtlsPolicy
name: certificates
title: certificates
boundTokens: required
---
kind: ConsentPolicy
name: fraud
title: fraud
purposes: [dpv:FraudPreventionAndDetection]
userContext: any
live:
  source: operator
  urls: { sandbox: 'https://consent.sandbox.internal', production: 'https://consent.production.internal' }
---
kind: AuditPolicy
name: audit
title: audit
sink: http
fields: [partner]
---
kind: ErrorPolicy
name: camara
title: camara
model: camara
`;

const TIER = `kind: Tier
name: paid
title: paid
status: draft
version: 1.0.0
limits: { second: 20 }
`;

/** A valid programme, with one or more documents per file. */
export const FILES: Readonly<Record<string, string>> = {
  'programme.yaml': PROGRAMME,
  'contract.md': programmeFiles()['contract.md'] ?? '',
  'teams.yaml': TEAM,
  'sandbox.yaml': environment('sandbox', 'sandbox', "{ edition: oss, version: '3.9' }"),
  'production.yaml': environment(
    'production',
    'production',
    "{ edition: enterprise, version: '3.15', plugins: native }",
  ),
  'api.yaml': API,
  'partner.yaml': PARTNER,
  'policies.yaml': POLICIES,
  'tier.yaml': TIER,
  'openapi.yaml': OPENAPI,
};

/** The files with edits in one of them. */
export function edited(file: string, ...edits: readonly Edit[]): Readonly<Record<string, string>> {
  let text = FILES[file] ?? '';
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${file} does not contain '${from}'`);
    text = text.replace(from, to);
  }
  return { ...FILES, [file]: text };
}

/** The catalog of the files with edits in one of them. */
export function programme(file = 'tier.yaml', ...edits: readonly Edit[]) {
  return catalogOf(edited(file, ...edits));
}
