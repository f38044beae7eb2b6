import { GUARDRAILS } from '../../../../core/checks/guardrails/list';
import type { Catalog } from '../../../../core/model';
import { type Edit, programme } from '../../../policies/support/programme';
import { brief } from '../../../support/catalog';
import { findingsOf } from '../../../support/checks';

const DAY = '2026-11-21';

const checkGuardrails = (catalog: Catalog) => findingsOf(GUARDRAILS, catalog, DAY);

test('a catalog that meets the guardrails has no findings', () => {
  expect(brief(checkGuardrails(programme()))).toEqual([]);
});

const SANDBOX = 'sandbox-cannot-reach-production-upstream';

test.each<[rule: string, what: string, file: string, edits: readonly Edit[], found: readonly string[]]>([
  [
    'critical-api-needs-on-call',
    'a critical API whose team is not on call',
    'teams.yaml',
    [['onCall: https://oncall.operator.example\n', '']],
    [
      "catalog/teams.yaml:2:7 critical-api-needs-on-call team 'identity-apis' owns critical api 'sim-swap' but has no on-call page",
    ],
  ],
  [
    'partner-needs-technical-contact',
    'a partner without a technical contact',
    'partner.yaml',
    [['role: technical', 'role: billing']],
    [
      "catalog/partner.yaml:7:11 partner-needs-technical-contact partner 'acme-bank' has applications but no technical or security contact",
    ],
  ],
  [
    'upstream-outside-isolation',
    'an upstream that the environment may not reach',
    'api.yaml',
    [['sim-swap.sandbox.internal', 'sim-swap.elsewhere.internal']],
    [
      `catalog/api.yaml:15:19 upstream-outside-isolation upstream of api 'sim-swap' is 'sim-swap.elsewhere.internal', which environment 'sandbox' does not allow`,
    ],
  ],
  [
    'upstream-outside-isolation',
    'an upstream that is the domain itself',
    'api.yaml',
    [['sim-swap.sandbox.internal', 'sandbox.internal']],
    [
      `catalog/api.yaml:15:19 upstream-outside-isolation upstream of api 'sim-swap' is 'sandbox.internal', which environment 'sandbox' does not allow`,
    ],
  ],
  [
    SANDBOX,
    "production's upstream, on another port",
    'api.yaml',
    [['https://sim-swap.sandbox.internal', 'http://sim-swap.production.internal:8080']],
    [
      `catalog/api.yaml:15:19 ${SANDBOX} sandbox environment 'sandbox' uses host 'sim-swap.production.internal' (upstream of api 'sim-swap'), which production environment 'production' uses as well (upstream of api 'sim-swap')`,
    ],
  ],
  [
    SANDBOX,
    "production's keys",
    'policies.yaml',
    [['https://idp.sandbox.example/jwks', 'https://idp.production.example/test/jwks']],
    [
      `catalog/policies.yaml:6:62 ${SANDBOX} sandbox environment 'sandbox' uses host 'idp.production.example' (key set of token policy 'idp'), which production environment 'production' uses as well (key set of token policy 'idp')`,
    ],
  ],
  [
    SANDBOX,
    "production's consent",
    'policies.yaml',
    [['https://consent.sandbox.internal', 'https://consent.production.internal/sandbox']],
    [
      `catalog/policies.yaml:21:20 ${SANDBOX} sandbox environment 'sandbox' uses host 'consent.production.internal' (endpoint of consent policy 'fraud'), which production environment 'production' uses as well (endpoint of consent policy 'fraud')`,
    ],
  ],
  [
    SANDBOX,
    "production's consent, for tokens that cannot be used elsewhere",
    'policies.yaml',
    [
      [
        '  source: operator\n',
        "  source: consent-info\n  otherwise: { urls: { sandbox: 'https://consent.production.internal/ask', production: 'https://consent.production.internal/ask' } }\n",
      ],
    ],
    [
      `catalog/policies.yaml:21:33 ${SANDBOX} sandbox environment 'sandbox' uses host 'consent.production.internal' (endpoint of consent policy 'fraud'), which production environment 'production' uses as well (endpoint of consent policy 'fraud')`,
    ],
  ],
  [
    SANDBOX,
    "production's records",
    'sandbox.yaml',
    [['audit.sandbox.internal', 'audit.production.internal']],
    [
      `catalog/sandbox.yaml:10:20 ${SANDBOX} sandbox environment 'sandbox' uses host 'audit.production.internal' (audit endpoint), which production environment 'production' uses as well (audit endpoint)`,
    ],
  ],
  [
    SANDBOX,
    "production's counters",
    'sandbox.yaml',
    [['redis.sandbox.internal', 'redis.production.internal']],
    [
      `catalog/sandbox.yaml:8:33 ${SANDBOX} sandbox environment 'sandbox' uses host 'redis.production.internal' (counters), which production environment 'production' uses as well (counters)`,
    ],
  ],
  [
    'critical-api-needs-mtls',
    'a critical API without certificates',
    'api.yaml',
    [[' mtls: certificates,', '']],
    [
      "catalog/api.yaml:17:11 critical-api-needs-mtls api 'sim-swap' is critical and served in 'production' without mutual TLS",
    ],
  ],
])('%s finds %s', (_, __, file, edits, found) => {
  expect(brief(checkGuardrails(programme(file, ...edits)))).toEqual(found);
});

test.each<[rule: string, what: string, file: string, edits: readonly Edit[]]>([
  [
    'critical-api-needs-on-call',
    'a team that is not on call and owns no critical API',
    'api.yaml',
    [['criticality: critical', 'criticality: high']],
  ],
  [
    'critical-api-needs-on-call',
    'an API whose team does not exist',
    'api.yaml',
    [['owner: identity-apis', 'owner: nobody']],
  ],
  [
    'critical-api-needs-on-call',
    'a partner whose team does not exist',
    'partner.yaml',
    [['owner: identity-apis', 'owner: nobody']],
  ],
  [
    'critical-api-needs-on-call',
    'a partner without applications and without a technical contact',
    'partner.yaml',
    [
      ['role: technical', 'role: billing'],
      ['applications: [{ name: checkout, title: Checkout }]\n', ''],
    ],
  ],
  [
    'critical-api-needs-mtls',
    'an API that is not critical, without certificates',
    'api.yaml',
    [
      ['criticality: critical', 'criticality: high'],
      [' mtls: certificates,', ''],
    ],
  ],
  [
    'critical-api-needs-mtls',
    'a critical API that is not in production',
    'api.yaml',
    [
      [' mtls: certificates,', ''],
      ['lifecycle: published', 'lifecycle: preview'],
    ],
  ],
  [
    SANDBOX,
    'an API that no environment serves',
    'api.yaml',
    [
      ['lifecycle: published', 'lifecycle: draft'],
      ['sim-swap.sandbox.internal', 'sim-swap.production.internal'],
    ],
  ],
])('%s leaves alone %s', (_, __, file, edits) => {
  expect(brief(checkGuardrails(programme(file, ...edits)))).toEqual([]);
});
