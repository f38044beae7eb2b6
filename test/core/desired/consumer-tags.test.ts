import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { ConsumerFacts } from '../../../core/desired/consumer-tags/consumer-facts';
import { consumerTags, writeConsumerTags } from '../../../core/desired/consumer-tags/consumer-tags';
import { parseConsumerTags } from '../../../core/desired/consumer-tags/parse-consumer-tags';
import type { Subscription } from '../../../core/model';
import type { ApplicationAccess } from '../../../core/view';

interface Case {
  readonly name: string;
  readonly facts: ConsumerFacts;
  readonly tags: readonly string[];
}

const CASES = path.join(__dirname, '../../../gateway/kong/consumer-tags.cases.json');
const { written, read }: { readonly written: readonly Case[]; readonly read: readonly Case[] } = JSON.parse(
  readFileSync(CASES, 'utf8'),
);

describe('the shared cases', () => {
  test.each(written)('are written: $name', ({ facts, tags }) => {
    expect(writeConsumerTags(facts)).toEqual(tags);
  });

  test.each(written)('are read back: $name', ({ facts, tags }) => {
    expect(parseConsumerTags(tags)).toEqual(facts);
  });

  test.each(read)('are read: $name', ({ facts, tags }) => {
    expect(parseConsumerTags(tags)).toEqual(facts);
  });
});

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}$/);
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const text = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' });

const facts: fc.Arbitrary<ConsumerFacts> = fc.record({
  certificates: fc.uniqueArray(
    fc.oneof(fc.record({ sha256 }), fc.record({ subject: text }), fc.record({ sha256, subject: text })),
    { maxLength: 4, selector: (one) => JSON.stringify(one) },
  ),
  grants: fc.uniqueArray(
    fc
      .record(
        { api: name, scopes: fc.uniqueArray(text, { maxLength: 4 }), purpose: text, start: day, end: day },
        { requiredKeys: ['api', 'scopes'] },
      )
      .filter(
        ({ scopes, purpose, start, end }) =>
          scopes.length > 0 || purpose !== undefined || start !== undefined || end !== undefined,
      ),
    { maxLength: 4, selector: ({ api }) => api },
  ),
});

/** Facts in a canonical order. */
function sorted({ certificates, grants }: ConsumerFacts): unknown {
  const key = (value: unknown) => JSON.stringify(value);
  const ordered = (one: object) => Object.fromEntries(Object.entries(one).sort());
  return {
    certificates: certificates.map(ordered).map(key).sort(),
    grants: grants
      .map((grant) => ({ ...ordered(grant), scopes: [...grant.scopes].sort() }))
      .map(key)
      .sort(),
  };
}

describe('tags of any facts', () => {
  test('parse back to the same facts', () => {
    fc.assert(
      fc.property(facts, (some) => {
        expect(sorted(parseConsumerTags(writeConsumerTags(some)))).toEqual(sorted(some));
      }),
    );
  });

  test('are valid in Kong: printable ASCII without comma, slash and space, without duplicates', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const tags = writeConsumerTags(some);
        for (const tag of tags) expect(tag).toMatch(/^[\x21-\x2b\x2d\x2e\x30-\x7e]+$/);
        expect(new Set(tags).size).toBe(tags.length);
        expect(tags).not.toEqual([]);
      }),
    );
  });

  test('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(facts, ({ certificates, grants }) => {
        const reversed = { certificates: [...certificates].reverse(), grants: [...grants].reverse() };
        expect(writeConsumerTags(reversed)).toEqual(writeConsumerTags({ certificates, grants }));
      }),
    );
  });

  test('are parsed without an error, regardless of their content', () => {
    const tag = fc.oneof(
      text,
      fc.tuple(fc.constantFrom('scope:a:', 'end:a:', 'certificate:', 'purpose:'), text).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        for (const { api } of parseConsumerTags(tags).grants) expect(api).toMatch(/^[a-z]/);
      }),
    );
  });
});

describe('the tags of an application', () => {
  const subscription: Subscription = {
    api: 'sim-swap',
    tier: 'paid',
    scopes: ['sim-swap:check'],
    purpose: 'dpv:Marketing',
  };
  const access = (granted: boolean): ApplicationAccess =>
    ({
      credentials: { clientId: 'c', certificates: [{ subject: 'CN=a' }] },
      subscriptions: [{ subscription, api: { name: 'sim-swap' }, granted }],
    }) as unknown as ApplicationAccess;

  test('contain its certificates and grants', () => {
    expect(consumerTags(access(true))).toEqual([
      'gatewright:1',
      'certificate::CN=a',
      'purpose:sim-swap:dpv:Marketing',
      'scope:sim-swap:sim-swap:check',
    ]);
  });

  test('have subjects and thumbprints in the normal form that the gateway compares', () => {
    const certificates = [
      { subject: 'C = ES, O = "P, Inc.", CN = a' },
      { subject: '/O=P/CN=a', sha256: `SHA256 Fingerprint=${Array(32).fill('AB').join(':')}` },
    ];
    const credentials = { clientId: 'c', certificates };
    const tags = consumerTags({ ...access(false), credentials });
    expect(tags).toEqual([
      'gatewright:1',
      'certificate::CN=a%2CO=P\\%2C%20Inc.%2CC=ES',
      `certificate:${'ab'.repeat(32)}:CN=a%2CO=P`,
    ]);
  });

  test('do not contain subscriptions that are not granted', () => {
    expect(consumerTags(access(false))).toEqual(['gatewright:1', 'certificate::CN=a']);
  });

  test('contain the grammar version even if there are no facts', () => {
    const none = { credentials: undefined, subscriptions: [] } as unknown as ApplicationAccess;
    expect(consumerTags(none)).toEqual(['gatewright:1']);
  });
});
