import { type Origin, positionOf } from '../../../core/model';
import { accessIn } from '../../../core/view';
import { programme } from '../checks/catalog/programme';
import { versions } from '../checks/catalog/versions';

const PRICE = 'price: { items: { calls: { type: calls, flat: 0.030 EUR } } }';
const DEVIATIONS = `
  deviations:
    - tier: paid
      price: { calls: { type: calls, flat: 0.015 EUR } }
      from: 2026-08-01
      to: 2026-10-01
      reason: Launch of the service.
      approvedBy: finance@operator.example
    - tier: paid
      sla: { availability: 99.99% }
      from: 2026-09-01
      reason: A critical service.
      approvedBy: finance@operator.example`;

/** Three versions of a tier, of which a contract keeps the first one for some months, and deviates twice. */
const catalog = programme(
  versions(
    'paid',
    { announced: '2026-08-15', effective: '2026-11-01' },
    [
      {
        version: '1.1.0',
        announced: '2026-02-15',
        effective: '2026-05-01',
        terms: {
          price: { items: { calls: { type: 'calls', flat: '0.025 EUR' } } },
          sla: { availability: '99.5%' },
        },
      },
      {
        version: '1.0.0',
        announced: '2026-01-01',
        effective: '2026-01-10',
        terms: { price: { items: { calls: { type: 'calls', flat: '0.020 EUR' } } }, sla: { availability: '99%' } },
      },
    ],
    [
      ['tiers/paid.yaml', 'sla: {', `${PRICE}\nsla: {`],
      [
        'acme-bank.yaml',
        '  end: 2028-01-01\n',
        `  end: 2028-01-01\n  terms: [{ tier: paid, version: 1.0.0, until: 2026-07-01 }]${DEVIATIONS}\n`,
      ],
    ],
  ),
);

/** What the subscription of `acme-bank_checkout` to `sim-swap` has in production on a day. */
function on(day: string) {
  const view = accessIn(catalog, 'production', day).find(({ application }) => application.id === 'acme-bank_checkout');
  const access = view?.subscriptions.find(({ api }) => api.name === 'sim-swap');
  if (!access) throw new Error('the subscription is missing');
  return access;
}

const DEVIATION = 'partner/acme-bank /contract/deviations';
const written = ({ document, path }: Origin) => `${document} /${path.join('/')}`;

/** The price of a call, the availability, and the first origin of each. */
function agreedOn(day: string) {
  const { price, sla, reason } = on(day);
  const [item] = price?.items ?? [];
  if (item?.value.type !== 'calls' || !sla.availability) throw new Error('a price or a figure is missing');
  const [ofPrice, ofSla] = [item.origins[0], sla.availability.origins[0]];
  if (!ofPrice || !ofSla) throw new Error('an origin is missing');
  return {
    reason,
    price: [item.value.flat, written(ofPrice)],
    availability: [sla.availability.value, written(ofSla)],
    files: [ofPrice, ofSla].map((origin) => positionOf(catalog, origin)?.file),
  };
}

const CALLS = '/price/items/calls';
const AVAILABILITY = '/sla/availability';
const termsFile = (version: string) => `terms/paid@${version} /terms`;

test.each<[day: string, reason: string, version: string, price: [string, string], availability: [string, string]]>([
  // The subscription starts on 1 February, under the first version.
  [
    '2026-01-31',
    'not-started',
    '1.0.0',
    ['0.020 EUR', termsFile('1.0.0') + CALLS],
    ['99%', termsFile('1.0.0') + AVAILABILITY],
  ],
  [
    '2026-02-01',
    'granted',
    '1.0.0',
    ['0.020 EUR', termsFile('1.0.0') + CALLS],
    ['99%', termsFile('1.0.0') + AVAILABILITY],
  ],
  // The second version is in force for others, and the contract keeps the first one until 1 July.
  [
    '2026-05-01',
    'granted',
    '1.0.0',
    ['0.020 EUR', termsFile('1.0.0') + CALLS],
    ['99%', termsFile('1.0.0') + AVAILABILITY],
  ],
  [
    '2026-06-30',
    'granted',
    '1.0.0',
    ['0.020 EUR', termsFile('1.0.0') + CALLS],
    ['99%', termsFile('1.0.0') + AVAILABILITY],
  ],
  [
    '2026-07-01',
    'granted',
    '1.1.0',
    ['0.025 EUR', termsFile('1.1.0') + CALLS],
    ['99.5%', termsFile('1.1.0') + AVAILABILITY],
  ],
  // Another price for two months, and another availability from September on.
  [
    '2026-07-31',
    'granted',
    '1.1.0',
    ['0.025 EUR', termsFile('1.1.0') + CALLS],
    ['99.5%', termsFile('1.1.0') + AVAILABILITY],
  ],
  [
    '2026-08-01',
    'granted',
    '1.1.0',
    ['0.015 EUR', `${DEVIATION}/0/price/calls`],
    ['99.5%', termsFile('1.1.0') + AVAILABILITY],
  ],
  [
    '2026-09-01',
    'granted',
    '1.1.0',
    ['0.015 EUR', `${DEVIATION}/0/price/calls`],
    ['99.99%', `${DEVIATION}/1/sla/availability`],
  ],
  [
    '2026-10-01',
    'granted',
    '1.1.0',
    ['0.025 EUR', termsFile('1.1.0') + CALLS],
    ['99.99%', `${DEVIATION}/1/sla/availability`],
  ],
  // The third version, which is the document, with the deviation.
  [
    '2026-10-31',
    'granted',
    '1.1.0',
    ['0.025 EUR', termsFile('1.1.0') + CALLS],
    ['99.99%', `${DEVIATION}/1/sla/availability`],
  ],
  [
    '2026-11-01',
    'granted',
    '2.0.0',
    ['0.030 EUR', `tier/paid ${CALLS}`],
    ['99.99%', `${DEVIATION}/1/sla/availability`],
  ],
  // The subscription ends.
  [
    '2027-01-31',
    'granted',
    '2.0.0',
    ['0.030 EUR', `tier/paid ${CALLS}`],
    ['99.99%', `${DEVIATION}/1/sla/availability`],
  ],
  ['2027-02-01', 'ended', '2.0.0', ['0.030 EUR', `tier/paid ${CALLS}`], ['99.99%', `${DEVIATION}/1/sla/availability`]],
])(
  'on %s, the subscription is %s and has version %s, with its price and service level',
  (day, reason, version, price, availability) => {
    const agreed = agreedOn(day);
    expect(agreed).toMatchObject({ reason, price, availability });
    expect(on(day).termsVersion.value).toBe(version);
    // What a past day had does not depend on the day on which somebody asks.
    for (const asked of ['2026-01-31', '2026-11-21', '2027-06-01'])
      expect(on(asked).termsOn(day).value.version).toBe(version);
    expect(agreed.files).not.toContain(undefined);
  },
);

test('another partner at the tier has the version in force, without a pin or a deviation', () => {
  const offer = on('2026-05-01').offer;
  const [item] = offer.price?.items ?? [];
  expect([item?.value, offer.sla.availability?.value]).toMatchObject([{ type: 'calls', flat: '0.025 EUR' }, '99.5%']);
});
