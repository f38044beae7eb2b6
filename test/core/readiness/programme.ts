import type { Catalog } from '../../../core/model';
import { catalogOf, OPENAPI } from '../../support/catalog';

export const AS_OF = '2026-11-21';

const ENVIRONMENT = `gateway: { edition: oss, version: '3.9' }
protocols: [https]
counters: { store: local }
partners: { shards: 1 }
`;

/** A programme with every element and every building block that a catalog can have. Tests take one thing away. */
export const PROGRAMME = {
  'programme.yaml': `kind: Programme
name: northwind
title: Northwind Open Network
description: APIs of the network.
format: 1
operator: { name: Northwind Telecom S.A., country: ES }
purpose: Partners build safer payments on our network.
contacts:
  - { role: technical, email: api@operator.example }
  - { role: security, email: security@operator.example }
  - { role: privacy, email: privacy@operator.example }
currency: EUR
languages: [en]
roles:
  security: platform
  privacy: platform
  legal: platform
  finance: platform
  partner-management: platform
requirements:
  certification: { title: Certified application, proof: Report., confirmedBy: partner-management }
  trained-staff: { title: Trained staff, proof: Certificates., confirmedBy: partner-management }
  business-plan: { title: Business plan, proof: The plan., confirmedBy: partner-management }
  managed-service: { title: Managed service, proof: The offer., confirmedBy: partner-management }
levels:
  gold:
    title: Gold
    rank: 2
    requires: [trained-staff]
    benefits: [Early access]
    thresholds: { period: 12 months, revenue: 50000.00 EUR }
badges:
  expert: { title: Expert, image: 'https://northwind.example/expert.svg' }
feeds:
  referred: { title: Sales to referred partners, source: referrals }
targets:
  - { by: 2027-01-01, revenue: 500000.00 EUR, publishedApis: 1, activePartners: 4 }
  - { by: 2026-11-20, liveUseCases: 2, anchorPartners: 1 }
portal: { url: 'https://partners.northwind.example' }
`,
  'contracts.yaml': `kind: ContractTemplate
name: standard
title: Standard contract
versions:
  1.0.0:
    effective: 2025-01-01
    texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }
    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }
    responsibilities: { consent-capture: partner }
`,
  'contract.md': `# Contract

The operator gives access to its APIs. The partner uses them for the agreed purpose.
`,
  'environments.yaml': `kind: Environment
name: sandbox
title: Sandbox
stage: sandbox
trial: true
hosts: [api.sandbox.example]
isolation: { upstreams: ['*.sandbox'] }
${ENVIRONMENT}---
kind: Environment
name: production
title: Production
stage: production
hosts: [api.example]
isolation: { upstreams: ['*.internal'] }
${ENVIRONMENT}`,
  'teams.yaml': `kind: Team
name: platform
title: Platform
email: platform@operator.example
chat: https://chat.operator.example/platform
`,
  'tiers.yaml': `kind: Tier
name: paid
title: Paid
status: active
version: 1.0.0
limits: { second: 20 }
sla: { availability: 99.9% }
support: { channels: [email, phone, ticket, community] }
price:
  items:
    setup: { type: fee, amount: 100.00 EUR, event: contract }
    first-year: { type: discount, percent: 10%, from: 2026-01-01, reason: launch, approvedBy: finance@operator.example }
    grant: { type: credit, amount: 100.00 EUR, source: grant, purpose: research }
requires: [certification]
benefits: [A named engineer]
---
kind: Tier
name: negotiated
title: Negotiated
status: draft
version: 1.0.0
limits: { second: 50 }
partners: [acme-bank]
`,
  'policies.yaml': `kind: TokenPolicy
name: tokens
title: Tokens
signedBy: idp
environments:
  sandbox: { issuer: 'https://idp.sandbox.example', jwksUri: 'https://idp.sandbox.example/jwks', audience: 'https://api.sandbox.example' }
  production: { issuer: 'https://idp.example', jwksUri: 'https://idp.example/jwks', audience: 'https://api.example' }
---
{ kind: MtlsPolicy, name: mtls, title: Client certificates }
---
{ kind: ConsentPolicy, name: consent, title: Consent, purposes: [dpv:FraudPreventionAndDetection], userContext: any }
---
{ kind: AuditPolicy, name: audit, title: Audit, sink: file, fields: [partner] }
---
{ kind: MetricsPolicy, name: metrics, title: Metrics }
---
{ kind: ErrorPolicy, name: errors, title: Errors, model: camara }
`,
  'sim-swap.yaml': `kind: Api
name: sim-swap
title: SIM Swap
domain: identity
owner: platform
version: 2.1.0
basePath: /sim-swap/v2
openapi: ./openapi.yaml
lifecycle: published
criticality: critical
personalData: true
visibility: partner-only
tiers: [negotiated, paid]
valueProposition: Stops fraud.
documentation: https://northwind.example/sim-swap
upstreams:
  sandbox: { url: 'https://sim-swap.sandbox' }
  production: { url: 'https://sim-swap.internal' }
policies: { token: tokens, mtls: mtls, consent: consent, audit: audit, metrics: metrics, errors: errors }
changelog: [{ version: 2.1.0, date: 2026-01-01, changes: [First version.] }]
`,
  'number.yaml': `kind: Api
name: number
title: Number
domain: identity
owner: platform
version: 0.1.0
basePath: /number/v0
openapi: ./openapi.yaml
lifecycle: preview
criticality: low
personalData: false
visibility: public
tiers: [paid]
upstreams:
  sandbox: { url: 'https://number.sandbox' }
policies: { token: tokens, errors: errors }
`,
  'openapi.yaml': OPENAPI,
  'acme-bank.yaml': `kind: Partner
name: acme-bank
title: Acme Bank
type: technology
organization: { name: Acme Bank SA, country: ES, identifications: [{ id: A1, type: register }] }
countries: [ES]
reseller: hub
owner: platform
representatives: { account-management: platform, executive-sponsor: platform, marketing: platform }
contacts: [{ role: technical, email: api@acme.example }]
contract:
  template: standard
  version: 1.0.0
  accepted: { on: 2026-01-15, by: legal@acme.example }
  deviations:
    - tier: paid
      from: 2026-01-01
      reason: research
      approvedBy: finance@operator.example
      price:
        funding: { type: credit, amount: 50.00 EUR, source: grant, purpose: research }
approval: { status: approved, on: 2026-01-10, by: partners@operator.example }
evidence: [{ requirement: certification, document: DMS-1, issued: 2026-01-05 }]
obligations: [{ title: Joint case study, due: 2027-01-01 }]
badges: [expert]
showcase: true
referral: { by: hub }
applications:
  - name: checkout
    title: Checkout
    category: finance
    credentials: { production: { clientId: checkout } }
    subscriptions: [{ api: sim-swap, tier: paid, approval: { status: approved, on: 2026-02-01, by: partners@operator.example } }]
`,
  'types.yaml': [
    'developer',
    'agency',
    'consulting',
    'integration',
    'franchise',
    'affiliate',
    'white-label',
    'academic',
    'non-profit',
    'government',
  ]
    .map((type) => partner(type, type, 'approval: { status: pendingApproval }'))
    .concat(partner('hub', 'reseller', 'approval: { status: approved }'))
    .join('---\n'),
  'use-cases.yaml': `kind: UseCase
name: safe-payments
title: Safe payments
problem: Fraud with stolen SIM cards.
apis: [sim-swap]
partners: [{ partner: acme-bank, anchor: true }]
stage: live
owner: platform
businessCase: BC-1
---
kind: UseCase
name: faster-sign-in
title: Faster sign-in
problem: Passwords are forgotten.
apis: [number]
stage: pilot
owner: platform
---
kind: UseCase
name: delivery
title: Delivery
problem: Parcels get lost.
apis: [number]
stage: idea
owner: platform
`,
} as const satisfies Readonly<Record<string, string>>;

/** A partner with the fewest fields. */
export function partner(name: string, type: string, fields: string): string {
  return `kind: Partner
name: ${name}
title: ${name}
type: ${type}
organization: { name: ${name}, country: ES }
owner: platform
contacts: [{ role: technical, email: api@${name}.example }]
contract: { template: standard, version: 1.0.0, accepted: { on: 2026-01-15, by: legal@${name}.example } }
${fields}
`;
}

/** A file and a text in it that is replaced: every occurrence, of which there must be one at least. */
export type Change = readonly [file: keyof typeof PROGRAMME, from: string | RegExp, to: string];

/** Removes a field of a document with all its lines. */
export function without(file: keyof typeof PROGRAMME, field: string): Change {
  return [file, new RegExp(`^${field}:.*\\n(?: .*\\n)*`, 'gm'), ''];
}

/** The catalog of the programme with changes. A file that a change leaves empty does not exist. */
export function programme(...changes: readonly Change[]): Catalog {
  const files: Record<string, string> = { ...PROGRAMME };
  for (const [file, from, to] of changes) {
    const text = files[file] ?? '';
    files[file] = text.replaceAll(from, to);
    if (files[file] === text) throw new Error(`'${from}' is not in ${file}`);
  }
  return catalogOf(Object.fromEntries(Object.entries(files).filter(([, text]) => text !== '')));
}
