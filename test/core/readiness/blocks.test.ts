import { readinessOf } from '../../../core/readiness';
import { CATEGORIES } from '../../../core/readiness/blocks/list';
import { AS_OF, type Change, programme, without } from './programme';

function blocks(...changes: readonly Change[]) {
  return new Map(
    readinessOf(programme(...changes), AS_OF).categories.flatMap(({ id, blocks: listed }) =>
      listed.map((block) => [`${id}/${block.name}`, block] as const),
    ),
  );
}

const full = blocks();
const names = [...full.keys()];

test('the blocks have unique names in their category', () => {
  expect(names.length).toBe(CATEGORIES.flatMap((category) => category.blocks).length);
  expect(names.length).toBe(116);
});

describe('a block', () => {
  test.each(names)(
    '%s is present in a programme with everything, or is declared to have no place in a catalog',
    (name) => {
      const block = full.get(name);
      if (block?.absent === undefined) {
        expect(block).toMatchObject({ status: 'present', write: expect.stringMatching(/\S/) });
        expect(block?.places.first.length).toBe(Math.min(3, block?.places.count ?? 0));
      } else expect(block).toMatchObject({ status: 'not-used', places: { count: 0, first: [] } });
    },
  );

  test('is not used, or missing if an element needs it, in a programme that has only what is required', () => {
    const bare = readinessOf(bareCatalog(), AS_OF).categories.flatMap((category) => category.blocks);
    const wrong = bare.filter(({ status, neededBy }) => status !== (neededBy === undefined ? 'not-used' : 'missing'));
    // Protecting users is not needed without personal data.
    expect(wrong.map(({ name }) => name)).toEqual(['Protect Users From Unwanted Behavior']);
  });
});

describe('a block is lost without', () => {
  const rows = [
    row('purpose/Increase Exposure', without('acme-bank.yaml', 'showcase')),
    row('purpose/Increase Reciprocity', without('acme-bank.yaml', 'obligations')),
    row('purpose/Opportunity for Growth', ['sim-swap.yaml', 'tiers: [negotiated, paid]', 'tiers: [paid]']),
    row('on-boarding/Overview', without('programme.yaml', 'description')),
    row('access/Partner Only APIs', ['sim-swap.yaml', 'visibility: partner-only', 'visibility: public']),
    row('access/Early Access to APIs', ['number.yaml', 'lifecycle: preview', 'lifecycle: draft']),
    row('education/Benefits', without('tiers.yaml', 'benefits'), [
      'programme.yaml',
      '    benefits: [Early access]\n',
      '',
    ]),
    row('education/Training', ['programme.yaml', /trained-staff/g, 'two-engineers']),
    row('business/Fees', [
      'tiers.yaml',
      'type: fee, amount: 100.00 EUR, event: contract',
      'type: subscription, amount: 1.00 EUR, per: month',
    ]),
    row('business/Deals', without('tiers.yaml', 'partners'), [
      'acme-bank.yaml',
      /^ {2}deviations:\n(?: {4}.*\n)*/gm,
      '',
    ]),
    row('business/Funding', [
      'acme-bank.yaml',
      'type: credit, amount: 50.00 EUR, source: grant, purpose: research',
      'type: fee, amount: 1.00 EUR, event: contract',
    ]),
    row('business/Resell', without('acme-bank.yaml', 'reseller')),
    row('business/Affiliate', without('acme-bank.yaml', 'referral'), [
      'programme.yaml',
      'source: referrals',
      'source: resale',
    ]),
    row('innovation/Labs Environment', [
      'number.yaml',
      "sandbox: { url: 'https://number.sandbox' }",
      "production: { url: 'https://number.internal' }",
    ]),
    row('branding/Embeddable', ['programme.yaml', ", image: 'https://northwind.example/expert.svg'", '']),
    row('communications/Slack Channel', without('teams.yaml', 'chat')),
    row('support/Phone', ['tiers.yaml', 'email, phone, ticket', 'email, ticket']),
    row('support/Executive Sponsor', ['acme-bank.yaml', 'executive-sponsor: platform, ', '']),
    row('accreditation/Badging', without('acme-bank.yaml', 'badges')),
    row('types-of-partners/Agency', ['types.yaml', 'type: agency', 'type: developer']),
    row('requirements/Revenue Requirements', ['programme.yaml', 'revenue: 50000.00 EUR }', 'calls: 1000 }']),
  ];

  test.each(rows)('what $name asks for', ({ name, changes }) => {
    const found = blocks(...changes).get(name);
    expect(found).toMatchObject({ status: 'not-used', places: { count: 0 } });
  });
});

test('a block that an element needs says which one', () => {
  expect(blocks(without('programme.yaml', 'portal')).get('platform/Portal')).toMatchObject({
    status: 'missing',
    neededBy: 'documentation-and-portal',
  });
});

test('an application of a partner is a place of its own', () => {
  const { first } = full.get('exposure/Integrations')?.places ?? { first: [] };
  expect(first).toEqual([
    {
      subject: 'application/acme-bank/checkout',
      file: 'catalog/acme-bank.yaml',
      line: 31,
      column: 15,
      path: '/applications/0/category',
    },
  ]);
});

function row(name: `${string}/${string}`, ...changes: readonly Change[]) {
  return { name, changes };
}

/** A catalog with a programme and nothing else. */
function bareCatalog() {
  return programme(
    without('programme.yaml', 'description'),
    ['programme.yaml', /^(?:roles|requirements|levels|badges|feeds|targets|portal):.*\n(?: .*\n)*/gm, ''],
    ['programme.yaml', /role: \w+/g, 'role: business'],
    ...(
      [
        'contracts',
        'environments',
        'tiers',
        'policies',
        'sim-swap',
        'number',
        'acme-bank',
        'types',
        'use-cases',
      ] as const
    ).map((name): Change => [`${name}.yaml`, /[\s\S]+/g, '']),
    without('teams.yaml', 'chat'),
  );
}
