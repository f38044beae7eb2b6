import { brief, loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { SEAL, withTerms } from '../../../support/terms';
import { CA_CERTIFICATE } from '../../model/keys/certificates';
import { ecPair } from '../../model/keys/pairs';

/** The day for which the programme is checked. */
export const AS_OF = '2026-11-21';

/** Public keys, generated in every run; `@key1` and so on in a text refer to them. */
const KEYS = new Map(['@key1', '@key2', '@key3'].map((name) => [name, JSON.stringify(ecPair().jwk)]));

/** Marks the position of an expected finding in a text. */
const MARK = '«';

/** A small programme without findings. Tests change one thing. */
export const PROGRAMME: Readonly<Record<string, string>> = {
  'programme.yaml': `kind: Programme
name: northwind
title: Northwind Open Network
format: 1
operator: { name: Northwind Telecom S.A., country: ES }
purpose: Partners build safer sign-ins and payments on our network.
contacts: [{ role: business, email: partners@operator.example }]
currency: EUR
languages: [en]
roles: { partner-management: identity-apis }
requirements:
  certification: { title: Certified application, proof: Report of the certification., confirmedBy: partner-management }
  penetration-test: { title: Penetration test, proof: Report of a laboratory., confirmedBy: partner-management }
levels:
  gold: { title: Gold, rank: 2, requires: [certification] }
badges:
  launch-partner: { title: Launch partner }
feeds:
  reseller-sales: { title: Sales of the reseller, source: resale }
`,
  'contracts.yaml': `kind: ContractTemplate
name: standard
title: Standard contract
versions:
  2.1.0:
    effective: 2025-01-01
    texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }
    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }
    responsibilities: { consent-capture: partner, user-information: partner }
---
kind: ContractTemplate
name: reseller
title: Reseller contract
versions:
  1.0.0:
    effective: 2025-01-01
    texts: { en: { file: ./contract.md, sha256: f8af8924c21fd72f91d80afa3f47f1c12a2dd18c380ddff46f2e5b47dab3bd96 } }
    notice: { price: 60 days, deprecation: 6 months, termination: 3 months }
    responsibilities: { consent-capture: partner, user-information: partner }
`,
  'contract.md': `# Contract

The operator gives access to its APIs. The partner uses them for the agreed purpose.
`,
  'environments.yaml': `kind: Environment
name: sandbox
title: Sandbox
stage: sandbox
trial: true
gateway: { edition: oss, version: '3.9' }
hosts: [api.sandbox.example]
protocols: [https]
counters: { store: redis, host: redis.sandbox, password: '{vault://env/redis}' }
clientCas:
  - name: partner-ca
    certificate: |
      @ca
audit: { endpoint: 'https://audit.sandbox.example' }
partners: { shards: 1 }
isolation: { upstreams: ['*.sandbox'] }
---
kind: Environment
name: staging
title: Staging
stage: staging
gateway: { edition: oss, version: '3.9' }
hosts: [api.staging.example]
protocols: [https]
counters: { store: redis, host: redis.staging, password: '{vault://env/redis}' }
clientCas:
  - name: partner-ca
    certificate: |
      @ca
audit: { endpoint: 'https://audit.staging.example' }
partners: { shards: 1 }
isolation: { upstreams: ['*.staging'] }
---
kind: Environment
name: production
title: Production
stage: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
hosts: [api.example]
protocols: [https]
counters: { store: redis, host: redis.internal, password: '{vault://env/redis}' }
clientCas:
  - name: partner-ca
    certificate: |
      @ca
audit: { endpoint: 'https://audit.example' }
partners: { shards: 2, sealed: 2 }
isolation: { upstreams: ['*.internal'] }
`,
  'teams.yaml': `kind: Team
name: identity-apis
title: Identity APIs
email: identity@operator.example
`,
  'tiers/free.yaml': `kind: Tier
name: free
title: Free
status: active
version: 1.0.0
limits: { second: 1, minute: 30 }
quota: { day: 1000 }
sealed: ${SEAL}
`,
  'tiers/paid.yaml': `kind: Tier
name: paid
title: Paid
status: active
version: 2.0.0
limits: { second: 20, minute: 600 }
quota: { month: 1000000 }
overrides:
  - api: sim-swap
    limits: { second: 10 }
  - api: sim-swap
    operation: checkSimSwap
    limits: { second: 5 }
sla: { availability: 99.9%, latency: { p50: 100 ms, p95: 250 ms } }
approval: required
requires: [certification]
sealed: ${SEAL}
`,
  'policies.yaml': `kind: TokenPolicy
name: operator-idp
title: Tokens of the operator
signedBy: idp
environments:
  sandbox:
    issuer: https://idp.sandbox.example
    jwksUri: https://idp.sandbox.example/jwks
    audience: https://api.sandbox.example
  staging:
    issuer: https://idp.staging.example
    jwksUri: https://idp.staging.example/jwks
    audience: https://api.staging.example
  production:
    issuer: https://idp.example
    jwksUri: https://idp.example/jwks
    audience: https://api.example
threeLegged: { rule: subject-differs }
---
kind: TokenPolicy
name: partner-keys
title: Tokens of partners
signedBy: partner
environments:
  sandbox:
    audience: https://api.sandbox.example
  production:
    audience: https://api.example
algorithms: [ES256]
---
kind: RateLimitPolicy
name: protect-upstream
title: Protects the upstream
limits: { second: 100, minute: 3000 }
---
kind: MtlsPolicy
name: registered-certificate
title: Registered certificates
registered: thumbprint
clientCas: [partner-ca]
---
kind: ConsentPolicy
name: fraud-prevention
title: Fraud prevention
purposes: [dpv:FraudPreventionAndDetection]
userContext: three-legged
live:
  source: operator
  urls:
    sandbox: https://consent.sandbox.example
    staging: https://consent.staging.example
    production: https://consent.example
---
kind: MaskingPolicy
name: hide-detail
title: Hides detail
rules:
  - path: $.detail
    action: remove
    operations: [retrieveDate]
    tiers: [free]
---
kind: AuditPolicy
name: standard-audit
title: Audit
sink: http
fields: [partner, api, tier, status, latency]
---
kind: MetricsPolicy
name: standard-metrics
title: Metrics
---
kind: ErrorPolicy
name: camara-errors
title: Errors
model: camara
`,
  'sim-swap.yaml': `kind: Api
name: sim-swap
title: SIM Swap
domain: identity
owner: identity-apis
version: 2.1.0
basePath: /sim-swap/v2
openapi: ./sim-swap.openapi.yaml
lifecycle: published
deprecation: { notice: 6 months, successor: number-verification }
criticality: high
personalData: true
sla: { availability: 99.95%, latency: { p50: 80 ms, p95: 250 ms }, errorRate: 0.1% }
visibility: partner-only
tiers: [paid, free]
upstreams:
  sandbox: { url: 'https://sim-swap.sandbox' }
  staging: { url: 'https://sim-swap.staging' }
  production: { url: 'https://sim-swap.internal', capacity: { second: 100, minute: 5000 } }
routes:
  - operation: streamEvents
    streaming: true
idempotency: { header: X-Key, operations: [checkSimSwap] }
policies:
  token: operator-idp
  rateLimit: protect-upstream
  mtls: registered-certificate
  consent: fraud-prevention
  masking: hide-detail
  audit: standard-audit
  metrics: standard-metrics
  errors: camara-errors
`,
  'sim-swap.openapi.yaml': `openapi: 3.0.3
info: { title: SIM Swap, version: 2.1.0 }
paths:
  /check:
    post:
      operationId: checkSimSwap
      security: [{ openId: [sim-swap:check] }]
      responses: { '200': { description: OK } }
  /retrieve-date:
    post:
      operationId: retrieveDate
      security: [{ openId: [sim-swap:retrieve, sim-swap:date] }]
      responses: { '200': { description: OK } }
  /events/{id}:
    get:
      operationId: streamEvents
      security: [{ openId: [sim-swap:events] }]
      responses: { '200': { description: OK } }
components:
  securitySchemes:
    openId:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://idp.example/token
          scopes: { 'sim-swap:unused': Nothing }
`,
  'number-verification.yaml': `kind: Api
name: number-verification
title: Number Verification
domain: identity
owner: identity-apis
version: 1.0.0
basePath: /number-verification/v1
openapi: ./number-verification.openapi.yaml
lifecycle: published
criticality: low
personalData: false
visibility:
  partners: [acme-bank]
tiers: [free]
upstreams:
  sandbox: { url: 'https://number.sandbox', verifyTls: false }
  production: { url: 'https://number.internal' }
policies:
  token: partner-keys
  errors: camara-errors
`,
  'number-verification.openapi.yaml': `openapi: 3.0.3
info: { title: Number Verification, version: 1.0.0 }
paths:
  /verify:
    post:
      operationId: verify
      security: [{ openId: [number-verification:verify] }]
      responses: { '200': { description: OK } }
  /sessions/{sessionId}:
    get:
      operationId: getSession
      security: [{ openId: [number-verification:verify] }]
      responses: { '200': { description: OK } }
`,
  'acme-bank.yaml': `kind: Partner
name: acme-bank
title: Acme Bank
type: technology
organization: { name: Acme Bank SA, country: ES }
owner: identity-apis
contacts: [{ role: technical, email: api@acme.example }]
contract:
  template: standard
  version: 2.1.0
  accepted: { on: 2026-01-15, by: legal@acme.example }
  end: 2028-01-01
approval:
  status: approved
  on: 2026-01-10
  by: partners@operator.example
evidence:
  - requirement: certification
    document: DMS-1
    issued: 2026-01-05
    end: 2027-01-05
applications:
  - name: checkout
    title: Checkout
    credentials:
      sandbox:
        clientId: checkout-sandbox
        keys:
          - jwk: @key1
        certificates:
          - sha256: '1111111111111111111111111111111111111111111111111111111111111111'
      production:
        clientId: checkout
        keys:
          - jwk: @key1
          - jwk: @key2
        certificates:
          - sha256: '2222222222222222222222222222222222222222222222222222222222222222'
            subject: CN=checkout.acme.example
    subscriptions:
      - api: sim-swap
        tier: paid
        scopes: [sim-swap:check]
        purpose: dpv:FraudPreventionAndDetection
        legalBasis: dpv:LegitimateInterest
        grantTypes: [authorization_code]
        approval: { status: approved, on: 2026-02-01, by: partners@operator.example }
        start: 2026-02-01
        end: 2027-02-01
      - api: number-verification
        tier: free
        scopes: [number-verification:verify]
        environments: [sandbox, production]
`,
  'globex.yaml': `kind: Partner
name: globex
title: Globex
type: reseller
organization: { name: Globex Ltd, country: GB }
owner: identity-apis
contacts: [{ role: technical, email: api@globex.example }]
contract:
  template: reseller
  version: 1.0.0
  accepted: { on: 2026-01-15, by: legal@globex.example }
approval: { status: approved, on: 2026-01-10, by: partners@operator.example }
---
kind: Partner
name: initech
title: Initech
type: developer
organization: { name: Initech, country: US }
reseller: globex
owner: identity-apis
contacts: [{ role: technical, email: api@initech.example }]
contract:
  template: standard
  version: 2.1.0
  accepted: { on: 2026-01-15, by: legal@initech.example }
approval: { status: approved, on: 2026-01-10, by: partners@operator.example }
---
kind: Application
name: portal
partner: initech
title: Portal
credentials:
  sandbox:
    clientId: portal-sandbox
    keys:
      - jwk: @key3
    certificates:
      - sha256: '3333333333333333333333333333333333333333333333333333333333333333'
subscriptions:
  - api: sim-swap
    tier: free
    scopes: [sim-swap:retrieve, sim-swap:date]
    purpose: dpv:FraudPreventionAndDetection
    legalBasis: dpv:LegitimateInterest
`,
};

/** One change: a text that occurs once in a file, and its replacement. `«` marks the position of an expected finding. */
export type Change = readonly [file: keyof typeof PROGRAMME & string, from: string, to: string];

export interface Changed {
  readonly files: Readonly<Record<string, string>>;
  /** `catalog/tiers/paid.yaml:3:7` for each mark, in the order of findings. */
  readonly marks: readonly string[];
}

/** The programme with changes. Throws unless each text to change occurs exactly once in its file. */
export function changed(changes: readonly Change[]): Changed {
  const files: Record<string, string> = { ...PROGRAMME };
  for (const [file, from, to] of changes) {
    const text = files[file] ?? '';
    const parts = text.split(from);
    if (from === '' ? text !== '' : parts.length !== 2)
      throw new Error(`'${from}' occurs ${parts.length - 1} times in ${file}`);
    files[file] = from === '' ? to : parts.join(to);
  }
  const marks: string[] = [];
  for (const [file, text] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const filled = fill(text);
    for (const [index, line] of filled.split('\n').entries()) {
      for (const [count, part] of line.split(MARK).slice(0, -1).entries()) {
        const column =
          line
            .split(MARK)
            .slice(0, count + 1)
            .join('').length + 1;
        if (part !== undefined) marks.push(`catalog/${file}:${index + 1}:${column}`);
      }
    }
    files[file] = filled.replaceAll(MARK, '');
  }
  return { files: withTerms(files), marks };
}

/** Loads the programme with changes and checks it. Throws if a change makes a document invalid for its schema. */
export function check(changes: readonly Change[], asOf = AS_OF) {
  const { files, marks } = changed(changes);
  const { catalog, findings } = loadFiles(files);
  if (findings.length > 0) throw new Error(`a change is refused before the check:\n${brief(findings).join('\n')}`);
  return { catalog, marks, found: checkCatalog(catalog, asOf) };
}

/** The catalog of the programme with changes. */
export function programme(changes: readonly Change[] = []) {
  return check(changes).catalog;
}

function fill(text: string): string {
  const certificate = text.replace(/^( *)@ca$/gm, (_, indent: string) => CA_CERTIFICATE.trim().replace(/^/gm, indent));
  return [...KEYS].reduce((filled, [name, jwk]) => filled.replaceAll(name, jwk), certificate);
}
