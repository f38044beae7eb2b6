import type { Tier } from '../../../../core/model';
import { sealOf, termsOf, termsText } from '../../../../core/model';

const tier: Tier = {
  kind: 'Tier',
  name: 'paid',
  title: 'Paid',
  status: 'active',
  version: '2.0.0',
  limits: { second: 20, minute: 600 },
  quota: { month: 1_000_000 },
  overrides: [
    { api: 'sim-swap', limits: { second: 10 } },
    { api: 'sim-swap', operation: 'check', limits: { second: 5 } },
  ],
  sla: { availability: '99.9%' },
  support: { channels: ['email', 'ticket'], response: '8 hours' },
  price: { items: { calls: { type: 'calls', graduated: [{ upTo: 5, price: '0.02 EUR' }, { price: '0.01 EUR' }] } } },
  requires: ['certification', 'training'],
  benefits: ['A named engineer', 'Early access'],
};

const textOf = (value: Tier): string => {
  const { name, version } = value;
  const terms = termsOf({ apis: new Map() }, value);
  return termsText({ tier: name, version, announced: '2026-01-01', effective: '2026-03-01', terms });
};

describe('the terms of a tier', () => {
  test.each<[string, Partial<Tier>]>([
    ['version', { version: '2.0.1' }],
    ['limits', { limits: { second: 21, minute: 600 } }],
    ['windows', { limits: { second: 20 } }],
    ['quota', { quota: { month: 1_000_001 } }],
    ['overrides', { overrides: [{ api: 'sim-swap', limits: { second: 10 } }] }],
    ['service level', { sla: { availability: '99.8%' } }],
    ['support', { support: { channels: ['email'], response: '8 hours' } }],
    ['price', { price: { items: { calls: { type: 'calls', flat: '0.0150 EUR' } } } }],
    [
      'order of steps',
      {
        price: {
          items: { calls: { type: 'calls', graduated: [{ price: '0.01 EUR' }, { upTo: 5, price: '0.02 EUR' }] } },
        },
      },
    ],
    ['requirements', { requires: ['certification'] }],
    ['benefits', { benefits: ['Early access'] }],
    ['approval', { approval: 'required' }],
  ])('change with the %s', (_, change) => {
    expect(textOf({ ...tier, ...change })).not.toBe(textOf(tier));
  });

  test.each<[string, Partial<Tier>]>([
    ['title', { title: 'Other' }],
    ['description', { description: 'Other' }],
    ['labels', { labels: { a: 'b' } }],
    ['status', { status: 'archived' }],
    ['seal itself', { sealed: '1.0.0:0123456789abcdef' }],
    ['partners', { partners: ['acme-bank'] }],
    ['order of keys', { limits: { minute: 600, second: 20 } }],
    ['order of overrides', { overrides: [...(tier.overrides ?? [])].reverse() }],
    ['order of channels', { support: { response: '8 hours', channels: ['ticket', 'email'] } }],
    ['order of requirements', { requires: ['training', 'certification'] }],
    ['default that is written out', { approval: 'automatic' }],
  ])('stay the same with another %s', (_, change) => {
    expect(textOf({ ...tier, ...change })).toBe(textOf(tier));
  });

  test('are written with sorted keys, two spaces, explicit defaults and one newline at the end', () => {
    const small: Tier = {
      kind: 'Tier',
      name: 'free',
      title: 'Free',
      status: 'active',
      version: '1.0.0',
      limits: { second: 1, hour: 9 },
    };
    expect(textOf(small)).toBe(`{
  "announced": "2026-01-01",
  "effective": "2026-03-01",
  "terms": {
    "approval": "automatic",
    "limits": {
      "hour": 9,
      "second": 1
    }
  },
  "tier": "free",
  "version": "1.0.0"
}
`);
  });

  // The digest is that of sha256sum for the text above.
  test('have a seal of their version and the SHA-256 digest of the file', () => {
    const terms = { approval: 'automatic', limits: { hour: 9, second: 1 } } as const;
    const file = { tier: 'free', version: '1.0.0', announced: '2026-01-01', effective: '2026-03-01', terms };
    expect(sealOf(file)).toBe('1.0.0:cc04082d7a0cb32a944e823bddbd9da6c0d45e06e63a79e333ab08c2c97fb0e2');
  });
});
