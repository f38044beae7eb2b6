import {
  evidenceEnd,
  hasEvidence,
  isAtLeast,
  isInAudience,
  levelOn,
  type Partner,
  type Programme,
} from '../../../../core/model';

const PROGRAMME = {
  requirements: {
    certification: { title: 'Certified', proof: 'Report.', confirmedBy: 'platform', validFor: '1 year' },
    insurance: { title: 'Insured', proof: 'Policy.', confirmedBy: 'legal' },
  },
  levels: { bronze: { title: 'Bronze', rank: 1 }, gold: { title: 'Gold', rank: 3 } },
} as unknown as Programme;

const partner = (fields: object) => fields as Partner;

test.each([
  ['certification', '2025-02-28', undefined, '2026-02-28'],
  ['certification', '2024-02-29', undefined, '2025-02-28'],
  ['certification', '2025-01-01', '2025-06-01', '2025-06-01'],
  ['certification', '2025-01-01', '2027-06-01', '2026-01-01'],
  ['insurance', '2025-01-01', undefined, undefined],
  ['insurance', '2025-01-01', '2027-06-01', '2027-06-01'],
  ['constructor', '2025-01-01', undefined, undefined],
])('evidence for %s of %s with the end %s ends on %s', (requirement, issued, end, expected) => {
  const evidence = { requirement, document: 'DMS-1', issued, ...(end !== undefined && { end }) };
  expect(evidenceEnd(evidence, PROGRAMME)).toBe(expected);
  expect(evidenceEnd(evidence, undefined)).toBe(end);
});

test.each([
  ['2024-12-31', false],
  ['2025-01-01', true],
  ['2025-12-31', true],
  ['2026-01-01', false],
])('evidence that is valid for a year from 2025-01-01 is valid on %s: %s', (day, expected) => {
  const holder = partner({ evidence: [{ requirement: 'certification', document: 'DMS-1', issued: '2025-01-01' }] });
  expect(hasEvidence(holder, 'certification', PROGRAMME, day)).toBe(expected);
  expect(hasEvidence(holder, 'insurance', PROGRAMME, day)).toBe(false);
});

test.each([
  ['2025-12-31', undefined],
  ['2026-01-01', 'gold'],
  ['2026-12-31', 'gold'],
  ['2027-01-01', undefined],
])('on %s, a partner that is gold in 2026 has the level %s', (day, expected) => {
  expect(levelOn(partner({ accreditation: { level: 'gold', since: '2026-01-01', end: '2027-01-01' } }), day)).toBe(
    expected,
  );
  expect(levelOn(partner({}), day)).toBeUndefined();
});

test.each([
  ['gold', 'gold', true],
  ['gold', 'bronze', true],
  ['bronze', 'gold', false],
  [undefined, 'bronze', false],
  ['gold', 'constructor', false],
  ['constructor', 'bronze', false],
])('level %s is at least %s: %s', (level, wanted, expected) => {
  expect(isAtLeast(PROGRAMME, level, wanted)).toBe(expected);
});

describe('the audience of a preview', () => {
  const preview = (audience?: object, lifecycle = 'preview') => ({ lifecycle, audience }) as never;
  const gold = {
    name: 'acme',
    value: partner({ accreditation: { level: 'gold', since: '2026-01-01', end: '2026-02-01' } }),
  };

  test.each([
    ['no audience', preview(), true],
    ['named partners', preview({ partners: ['acme'] }), true],
    ['other partners', preview({ partners: ['globex'] }), false],
    ['a lower level', preview({ levels: ['bronze'] }), true],
    ['other partners and the level', preview({ partners: ['globex'], levels: ['gold'] }), true],
    ['other partners, when it is published', preview({ partners: ['globex'] }, 'published'), true],
  ])('with %s decides about a partner whose level has ended', (_, api, expected) => {
    expect(isInAudience(api, gold, PROGRAMME, '2026-06-01')).toBe(expected);
  });

  test('does not include a level that starts later', () => {
    expect(isInAudience(preview({ levels: ['gold'] }), gold, PROGRAMME, '2025-12-31')).toBe(false);
  });
});
