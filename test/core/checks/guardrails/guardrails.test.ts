import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../../../../core/checks/guardrails/rule';
import { RULES } from '../../../../core/checks/guardrails/rules';
import { runRules } from '../../../../core/checks/guardrails/run';
import { type Edit, programme } from '../../../policies/support/programme';
import { brief } from '../../../support/catalog';

const DAY = '2026-11-21';

describe('the list of rules', () => {
  test('has every rule of the folder, each under the name of its file', () => {
    const support = ['findings.ts', 'index.ts', 'list.ts', 'rules.ts', 'reached-hosts.ts', 'rule.ts', 'run.ts'];
    const files = readdirSync(path.join(__dirname, '../../../../core/checks/guardrails')).filter(
      (file) => !support.includes(file),
    );
    expect(RULES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))('says why there is %s', (_, { rationale }) => {
    expect(rationale).toMatch(/^[a-z].{30,}[^.]$/);
  });
});

test('a programme that keeps to the rules has no findings', () => {
  expect(brief(runRules(programme(), DAY))).toEqual([]);
});

const SANDBOX = 'sandbox-cannot-reach-production-upstream';

test.each<[rule: string, what: string, file: string, edits: readonly Edit[], found: readonly string[]]>([
  [
    'owner-for-all',
    'a critical API whose team is not on call',
    'teams.yaml',
    [['onCall: https://oncall.operator.example\n', '']],
    [
      "catalog/teams.yaml:2:7 owner-for-all team 'identity-apis' owns critical api 'sim-swap' and says nowhere who is on call",
    ],
  ],
  [
    'owner-for-all',
    'a partner that nobody technical answers for',
    'partner.yaml',
    [['role: technical', 'role: billing']],
    [
      "catalog/partner.yaml:7:11 owner-for-all partner 'acme-bank' has applications and nobody to call when they misbehave",
    ],
  ],
  [
    SANDBOX,
    'an upstream that the environment may not reach',
    'api.yaml',
    [['sim-swap.sandbox.internal', 'sim-swap.elsewhere.internal']],
    [
      `catalog/api.yaml:15:19 ${SANDBOX} upstream of api 'sim-swap' is 'sim-swap.elsewhere.internal', which environment 'sandbox' may not reach`,
    ],
  ],
  [
    SANDBOX,
    'an upstream that is the domain itself',
    'api.yaml',
    [['sim-swap.sandbox.internal', 'sandbox.internal']],
    [
      `catalog/api.yaml:15:19 ${SANDBOX} upstream of api 'sim-swap' is 'sandbox.internal', which environment 'sandbox' may not reach`,
    ],
  ],
  [
    SANDBOX,
    "production's upstream, on another port",
    'api.yaml',
    [['https://sim-swap.sandbox.internal', 'http://sim-swap.production.internal:8080']],
    [
      `catalog/api.yaml:15:19 ${SANDBOX} sandbox environment 'sandbox' reaches host 'sim-swap.production.internal' (upstream of api 'sim-swap'), which production environment 'production' uses (upstream of api 'sim-swap')`,
    ],
  ],
  [
    SANDBOX,
    "production's keys",
    'policies.yaml',
    [['https://idp.sandbox.example/jwks', 'https://idp.production.example/test/jwks']],
    [
      `catalog/policies.yaml:6:62 ${SANDBOX} sandbox environment 'sandbox' reaches host 'idp.production.example' (key set of token policy 'idp'), which production environment 'production' uses (key set of token policy 'idp')`,
    ],
  ],
  [
    SANDBOX,
    "production's consent",
    'policies.yaml',
    [['https://consent.sandbox.internal', 'https://consent.production.internal/sandbox']],
    [
      `catalog/policies.yaml:21:20 ${SANDBOX} sandbox environment 'sandbox' reaches host 'consent.production.internal' (endpoint of consent policy 'fraud'), which production environment 'production' uses (endpoint of consent policy 'fraud')`,
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
      `catalog/policies.yaml:21:33 ${SANDBOX} sandbox environment 'sandbox' reaches host 'consent.production.internal' (endpoint of consent policy 'fraud'), which production environment 'production' uses (endpoint of consent policy 'fraud')`,
    ],
  ],
  [
    SANDBOX,
    "production's records",
    'sandbox.yaml',
    [['audit.sandbox.internal', 'audit.production.internal']],
    [
      `catalog/sandbox.yaml:10:20 ${SANDBOX} sandbox environment 'sandbox' reaches host 'audit.production.internal' (audit endpoint), which production environment 'production' uses (audit endpoint)`,
    ],
  ],
  [
    SANDBOX,
    "production's counters",
    'sandbox.yaml',
    [['redis.sandbox.internal', 'redis.production.internal']],
    [
      `catalog/sandbox.yaml:8:33 ${SANDBOX} sandbox environment 'sandbox' reaches host 'redis.production.internal' (counters), which production environment 'production' uses (counters)`,
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
  expect(brief(runRules(programme(file, ...edits), DAY))).toEqual(found);
});

test.each<[rule: string, what: string, file: string, edits: readonly Edit[]]>([
  [
    'owner-for-all',
    'a team of lesser APIs that is not on call',
    'api.yaml',
    [['criticality: critical', 'criticality: high']],
  ],
  ['owner-for-all', 'an API whose team is nowhere', 'api.yaml', [['owner: identity-apis', 'owner: nobody']]],
  ['owner-for-all', 'a partner whose team is nowhere', 'partner.yaml', [['owner: identity-apis', 'owner: nobody']]],
  [
    'owner-for-all',
    'a partner without applications, whoever its contacts are',
    'partner.yaml',
    [
      ['role: technical', 'role: billing'],
      ['applications: [{ name: checkout, title: Checkout }]\n', ''],
    ],
  ],
  [
    'critical-api-needs-mtls',
    'a lesser API',
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
    'an API that is served nowhere',
    'api.yaml',
    [
      ['lifecycle: published', 'lifecycle: draft'],
      ['sim-swap.sandbox.internal', 'sim-swap.production.internal'],
    ],
  ],
])('%s leaves alone %s', (_, __, file, edits) => {
  expect(brief(runRules(programme(file, ...edits), DAY))).toEqual([]);
});

test('a rule that fails is a mistake in the rule, and no finding', () => {
  const broken: Rule = {
    id: 'weak-key',
    severity: 'error',
    rationale: 'none',
    check() {
      throw new TypeError('x is undefined');
    },
  };
  expect(() => runRules(programme(), DAY, [broken])).toThrow("rule 'weak-key' failed");
});
