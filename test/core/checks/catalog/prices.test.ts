import type { Change } from './programme';
import { findings } from './table';

const PAID = 'tiers/paid.yaml';
const ACME = 'acme-bank.yaml';
const CALLS = 'calls: { type: calls, flat: 0.012 EUR }';
const DISCOUNT = 'reason: Launch of the API., approvedBy: finance@operator.example';

/** Gives tier 'paid' a price: its items, each on a line of its own. */
function priced(...items: readonly string[]): Change {
  return pricedWith('', ...items);
}

/** The same with further fields of the price. */
function pricedWith(fields: string, ...items: readonly string[]): Change {
  const lines = items.map((item) => `    ${item}\n`).join('');
  return [PAID, 'sla: {', `price:\n${fields}  items:\n${lines}sla: {`];
}

/** Gives the contract of 'acme-bank' deviations for tier 'paid': items and days. */
function withDeviations(...deviations: readonly (readonly [items: string, days?: string])[]): Change {
  const lines = deviations.map(
    ([items, days = 'from: 2026-02-01']) =>
      `    - { tier: paid, price: { ${items} }, ${days}, reason: Agreed., approvedBy: finance@operator.example }\n`,
  );
  return [ACME, '  end: 2028-01-01\n', `  end: 2028-01-01\n  deviations:\n${lines.join('')}`];
}

const WITHOUT_QUOTA: Change = [PAID, 'quota: { month: 1000000 }\n', ''];

describe('steps cover every number of calls once:', () =>
  findings([
    [
      'two steps that end at the same call',
      ['error price-steps-out-of-order'],
      "step 2 of item 'calls' of tier 'paid' ends at call 1000, but step 1 ends at call 1000; write more than 1000, or sort the steps",
      [
        priced(
          'calls: { type: calls, graduated: [{ upTo: 1000, price: 2 EUR }, { upTo: «1000, price: 1 EUR }, { price: 0 EUR }] }',
        ),
      ],
    ],
    [
      'steps in the wrong order',
      ['error price-steps-out-of-order'],
      'step 2 of item',
      [
        priced(
          'calls: { type: calls, volume: [{ upTo: 5000, price: 2 EUR }, { upTo: «1000, price: 1 EUR }, { price: 0 EUR }] }',
        ),
      ],
    ],
    [
      'a step without an end that is not the last one',
      ['error price-steps-out-of-order'],
      "step 1 of item 'calls' of tier 'paid' has no `upTo`, but is not the last one",
      [priced('calls: { type: calls, volume: [«{ price: 2 EUR }, { upTo: 1000, price: 1 EUR }, { price: 0 EUR }] }')],
    ],
    [
      'a last step with an end',
      ['error price-steps-out-of-order'],
      "the last step of item 'calls' of tier 'paid' ends at call 1000, so the calls after it have no price",
      [priced('calls: { type: calls, graduated: [{ upTo: «1000, price: 2 EUR }] }')],
    ],
    [
      'a step after another that is also out of order, once each',
      ['error price-steps-out-of-order', 'error price-steps-out-of-order'],
      'step 2 of item',
      [
        priced(
          'calls: { type: calls, graduated: [{ upTo: 900, price: 2 EUR }, { upTo: «800, price: 1 EUR }, { upTo: «850, price: 3 EUR }, { price: 0 EUR }] }',
        ),
      ],
    ],
    [
      'steps of a deviation',
      ['error price-steps-out-of-order'],
      "the last step of item 'calls' of partner 'acme-bank' at tier 'paid' ends at call 10",
      [priced(CALLS), withDeviations(['calls: { type: calls, volume: [{ upTo: «10, price: 2 EUR }] }'])],
    ],
    [
      'steps in order, the last one without an end, and prices that rise or are zero',
      [],
      '',
      [
        priced(
          'calls: { type: calls, graduated: [{ upTo: 1000, price: 0 EUR }, { upTo: 1001, price: 1 EUR }, { price: 2 EUR }] }',
        ),
      ],
    ],
    ['a single step', [], '', [priced('calls: { type: calls, volume: [{ price: 1 EUR }] }')]],
  ]));

describe('an item says exactly once what is charged:', () =>
  findings([
    [
      'calls without a price',
      ['error invalid-price-item'],
      "item 'calls' of tier 'paid' has no price; exactly one of flat, graduated, volume, package is required",
      [priced('«calls: { type: calls }')],
    ],
    [
      'calls with two prices',
      ['error invalid-price-item'],
      'has `flat` and `package`; exactly one',
      [priced('calls: { type: calls, flat: 1 EUR, package: «{ calls: 10, price: 1 EUR } }')],
    ],
    [
      'a discount in percent and as an amount',
      ['error invalid-price-item'],
      'has `percent` and `amount`; exactly one of percent, amount is required',
      [priced(CALLS, `launch: { type: discount, percent: 10%, amount: «1 EUR, from: 2026-01-01, ${DISCOUNT} }`)],
    ],
    [
      'a discount without either',
      ['error invalid-price-item'],
      'has no price; exactly one of percent, amount is required',
      [priced(CALLS, `«launch: { type: discount, from: 2026-01-01, ${DISCOUNT} }`)],
    ],
    [
      'a share that the payer receives',
      ['error invalid-price-item'],
      "item 'margin' of tier 'paid' is paid by the operator to the operator",
      [priced('margin: { type: share, percent: 1%, feed: reseller-sales, payer: operator, payee: «operator }')],
    ],
    [
      'an item of a deviation',
      ['error invalid-price-item'],
      "item 'calls' of partner 'acme-bank' at tier 'paid' has no price",
      [priced(CALLS), withDeviations(['«calls: { type: calls }'])],
    ],
    ['a price of zero', [], '', [priced('calls: { type: calls, flat: 0 EUR }')]],
    [
      'a discount of zero percent',
      [],
      '',
      [priced(CALLS, `launch: { type: discount, percent: 0%, from: 2026-01-01, ${DISCOUNT} }`)],
    ],
  ]));

describe('a call has one price:', () =>
  findings([
    [
      'two items for all calls',
      ['error calls-priced-twice'],
      "item 'others' of tier 'paid' prices all calls, as does item 'calls'; merge the two items, or list different APIs or operations",
      [priced(CALLS, '«others: { type: calls, flat: 0.02 EUR }')],
    ],
    [
      'two items for an API',
      ['error calls-priced-twice'],
      "prices calls of api 'sim-swap', as does item 'checks'",
      [
        priced(
          CALLS,
          'checks: { type: calls, apis: [sim-swap], flat: 1 EUR }',
          'more: { type: calls, apis: [«sim-swap], flat: 2 EUR }',
        ),
      ],
    ],
    [
      'two items for an operation',
      ['error calls-priced-twice'],
      "prices calls of operation 'checkSimSwap' of api 'sim-swap', as does item 'checks'",
      [
        priced(
          CALLS,
          'checks: { type: calls, operations: [{ api: sim-swap, operation: checkSimSwap }], flat: 1 EUR }',
          'more: { type: calls, operations: [«{ api: sim-swap, operation: checkSimSwap }], flat: 2 EUR }',
        ),
      ],
    ],
    [
      'two items for all calls beyond the quota',
      ['error calls-priced-twice'],
      "item 'more' of tier 'paid' prices all calls beyond the quota, as does item 'beyond'",
      [
        pricedWith(
          '  overage: bill\n',
          CALLS,
          'beyond: { type: overage, flat: 1 EUR }',
          '«more: { type: overage, flat: 2 EUR }',
        ),
      ],
    ],
    [
      'an item of a deviation with another name than the one of the tier',
      ['error calls-priced-twice'],
      "item 'cheaper' of partner 'acme-bank' at tier 'paid' prices all calls, as does item 'calls' of tier 'paid'; rename it to 'calls' to replace that item",
      [priced(CALLS), withDeviations(['«cheaper: { type: calls, flat: 0.01 EUR }'])],
    ],
    [
      'items of two deviations that are in force on the same days, once',
      ['error calls-priced-twice'],
      "item 'b' of partner 'acme-bank' at tier 'paid' prices calls of api 'sim-swap', as does item 'a'",
      [
        priced(CALLS),
        withDeviations(
          ['a: { type: calls, apis: [sim-swap], flat: 1 EUR }', 'from: 2026-02-01, to: 2026-12-01'],
          ['b: { type: calls, apis: [«sim-swap], flat: 1 EUR }', 'from: 2026-06-01, to: 2027-06-01'],
        ),
      ],
    ],
    [
      'items of two deviations, one after the other',
      [],
      '',
      [
        priced(CALLS),
        withDeviations(
          ['a: { type: calls, apis: [sim-swap], flat: 1 EUR }', 'from: 2026-02-01, to: 2026-06-01'],
          ['b: { type: calls, apis: [sim-swap], flat: 1 EUR }', 'from: 2026-06-01'],
        ),
      ],
    ],
    ['an item of a deviation with the name of the tier’s', [], '', [priced(CALLS), withDeviations([CALLS])]],
    [
      'items of different specificity for one operation, and one for calls beyond the quota',
      [],
      '',
      [
        pricedWith(
          '  overage: bill\n',
          CALLS,
          'api: { type: calls, apis: [sim-swap], flat: 1 EUR }',
          'operation: { type: calls, operations: [{ api: sim-swap, operation: checkSimSwap }], flat: 2 EUR }',
          'beyond: { type: overage, flat: 3 EUR }',
          'beyond-api: { type: overage, apis: [sim-swap], flat: 3 EUR }',
        ),
      ],
    ],
  ]));

describe('items that an item lists exist:', () =>
  findings([
    [
      'an unknown item of a commitment',
      ['error unknown-price-item'],
      "item 'commitment' of tier 'paid' lists item 'cals', which does not exist; did you mean 'calls'?",
      [priced(CALLS, 'commitment: { type: minimum, amount: 1 EUR, per: month, items: [«cals] }')],
    ],
    [
      'an item of a commitment that is not for calls',
      ['error unknown-price-item'],
      "lists item 'platform', but a commitment does not apply to an item of type subscription",
      [
        priced(
          CALLS,
          'platform: { type: subscription, amount: 1 EUR, per: month }',
          'commitment: { type: minimum, amount: 1 EUR, per: month, items: [calls, «platform] }',
        ),
      ],
    ],
    [
      'a discount on a credit',
      ['error unknown-price-item'],
      "lists item 'grant', but a discount does not apply to an item of type credit",
      [
        priced(
          CALLS,
          'grant: { type: credit, amount: 1 EUR, source: grant, purpose: Research. }',
          `launch: { type: discount, percent: 10%, items: [«grant], from: 2026-01-01, ${DISCOUNT} }`,
        ),
      ],
    ],
    [
      'an item that exists only while another deviation is in force',
      ['error unknown-price-item'],
      "lists item 'setup', which does not exist",
      [
        priced(CALLS),
        withDeviations(
          ['setup: { type: fee, amount: 1 EUR, event: contract }', 'from: 2026-02-01, to: 2026-06-01'],
          [`launch: { type: discount, percent: 10%, items: [«setup], from: 2026-02-01, ${DISCOUNT} }`],
        ),
      ],
    ],
    [
      'items of the tier in a deviation, and items of every type that is charged',
      [],
      '',
      [
        priced(CALLS, 'platform: { type: subscription, amount: 1 EUR, per: month }'),
        withDeviations([
          `launch: { type: discount, percent: 10%, items: [calls, platform], from: 2026-02-01, ${DISCOUNT} }`,
        ]),
      ],
    ],
  ]));

describe('a commitment has calls that count towards it:', () =>
  findings([
    [
      'a commitment without calls',
      ['error minimum-without-calls'],
      "item 'commitment' of tier 'paid' is a commitment, but the price has no item of type 'calls' that counts towards it",
      [priced('«commitment: { type: minimum, amount: 1 EUR, per: month }')],
    ],
    [
      'a commitment that lists an item which does not exist, once',
      ['error unknown-price-item'],
      'there are no items of type calls',
      [priced('commitment: { type: minimum, amount: 1 EUR, per: month, items: [«calls] }')],
    ],
    [
      'a commitment in a deviation from a tier with calls',
      [],
      '',
      [priced(CALLS), withDeviations(['commitment: { type: minimum, amount: 1 EUR, per: month }'])],
    ],
  ]));

describe('a price has one currency:', () =>
  findings([
    [
      'an item in another currency',
      ['error several-currencies'],
      "item 'platform' of tier 'paid' has an amount in USD, but item 'calls' of tier 'paid' has one in EUR",
      [priced(CALLS, 'platform: { type: subscription, amount: «1 USD, per: month }')],
    ],
    [
      'a step in another currency',
      ['error several-currencies'],
      'has an amount in USD',
      [priced('calls: { type: calls, graduated: [{ upTo: 10, price: 1 EUR }, { price: «1 USD }] }')],
    ],
    [
      'a deviation in another currency than the tier',
      ['error several-currencies'],
      "item 'calls' of partner 'acme-bank' at tier 'paid' has an amount in USD, but item 'platform' of tier 'paid' has one in EUR",
      [
        priced(CALLS, 'platform: { type: subscription, amount: 1 EUR, per: month }'),
        withDeviations(['calls: { type: calls, flat: «1 USD }']),
      ],
    ],
    [
      'a tier in another currency than the Programme',
      ['warning foreign-currency'],
      "item 'calls' of tier 'paid' has an amount in USD, but the currency of the Programme is EUR",
      [priced('calls: { type: calls, flat: «1 USD }', 'platform: { type: subscription, amount: 1 USD, per: month }')],
    ],
    [
      'a deviation that replaces the price of a tier by one in another currency than the Programme',
      ['warning foreign-currency'],
      "item 'calls' of partner 'acme-bank' at tier 'paid' has an amount in USD",
      [priced(CALLS), withDeviations(['calls: { type: calls, flat: «1 USD }'])],
    ],
    [
      'items without an amount',
      [],
      '',
      [priced(CALLS, `launch: { type: discount, percent: 1%, from: 2026-01-01, ${DISCOUNT} }`)],
    ],
  ]));

describe('calls beyond the quota are either refused or billed:', () =>
  findings([
    [
      'a price of calls that are refused',
      ['error overage-not-billed'],
      "item 'beyond' of tier 'paid' prices calls beyond the quota, but tier 'paid' refuses them",
      [priced(CALLS, '«beyond: { type: overage, flat: 1 EUR }')],
    ],
    [
      'a price of calls that are refused, in a deviation',
      ['error overage-not-billed'],
      "item 'beyond' of partner 'acme-bank' at tier 'paid' prices calls beyond the quota",
      [pricedWith('  overage: refuse\n', CALLS), withDeviations(['«beyond: { type: overage, flat: 1 EUR }'])],
    ],
    [
      'billing without a quota',
      ['error overage-without-quota'],
      "tier 'paid' bills calls beyond the quota, but has no quota; add `quota`, or remove `overage: bill`",
      [pricedWith('  overage: «bill\n', CALLS), WITHOUT_QUOTA],
    ],
    [
      'billing with two quotas',
      ['error overage-of-two-quotas'],
      "tier 'paid' bills calls beyond the quota, but has a quota for a day (100000) and one for a month (1000000)",
      [pricedWith('  overage: bill\n', CALLS), [PAID, '{ month: 1000000 }', '{ day: 100000, month: «1000000 }']],
    ],
    [
      'billing with a second quota in an override',
      ['error overage-of-two-quotas'],
      "tier 'paid' on api 'sim-swap' bills calls beyond the quota, but has a quota for a day (5000) and one for a month (1000000)",
      [
        pricedWith('  overage: bill\n', CALLS),
        [PAID, '    limits: { second: 10 }\n', '    limits: { second: 10 }\n    quota: { day: «5000 }\n'],
      ],
    ],
    [
      'billing with a quota in an override only',
      [],
      '',
      [
        pricedWith('  overage: bill\n', CALLS, 'beyond: { type: overage, flat: 1 EUR }'),
        WITHOUT_QUOTA,
        [PAID, '    limits: { second: 10 }\n', '    limits: { second: 10 }\n    quota: { day: 5000 }\n'],
      ],
    ],
    [
      'billing without an item for it, so that all calls cost the same',
      [],
      '',
      [pricedWith('  overage: bill\n', CALLS)],
    ],
    [
      'a daily and a monthly quota beyond which calls are refused',
      [],
      '',
      [pricedWith('  overage: refuse\n', CALLS), [PAID, '{ month: 1000000 }', '{ day: 100000, month: 1000000 }']],
    ],
  ]));

const share = (name: string, percent: string, rest = 'payer: operator, payee: partner') =>
  `${name}: { type: share, percent: ${percent}, feed: reseller-sales, ${rest} }`;

const discount = (name: string, percent: string, days: string, items = '') =>
  `${name}: { type: discount, percent: ${percent}, ${items}${days}, ${DISCOUNT} }`;

describe('percentages add up to no more than a whole:', () =>
  findings([
    [
      'discounts on the same days',
      ['error percentages-above-100'],
      "with item 'b' of tier 'paid', the discounts on item 'calls' on 2026-03-01 add up to 110%; lower it by at least 10%, or lower 'a'",
      [
        priced(
          CALLS,
          discount('a', '60%', 'from: 2026-01-01'),
          discount('b', '«50%', 'from: 2026-03-01, to: 2026-04-01'),
        ),
      ],
    ],
    [
      'a discount on all items together with one on some',
      ['error percentages-above-100'],
      "discounts on item 'calls' on 2026-01-01 add up to 100.5%",
      [
        priced(
          CALLS,
          discount('a', '50.5%', 'from: 2026-01-01'),
          discount('b', '«50%', 'from: 2026-01-01', 'items: [calls], '),
        ),
      ],
    ],
    [
      'a discount in a deviation together with one of the tier',
      ['error percentages-above-100'],
      "with item 'loyalty' of partner 'acme-bank' at tier 'paid', the discounts on item 'calls' on 2026-06-01 add up to 120%",
      [
        priced(CALLS, discount('a', '60%', 'from: 2026-01-01')),
        withDeviations([discount('loyalty', '«60%', 'from: 2026-01-01'), 'from: 2026-06-01']),
      ],
    ],
    [
      'shares of one feed that the operator pays',
      ['error percentages-above-100'],
      "with item 'b' of tier 'paid', the shares of feed 'reseller-sales' that the operator pays add up to 100.000001%; lower it by at least 0.000001%, or lower 'a'",
      [priced(share('a', '85%'), share('b', '«15.000001%'))],
    ],
    [
      'discounts one after the other, on different items, and of exactly 100 %',
      [],
      '',
      [
        priced(
          CALLS,
          'platform: { type: subscription, amount: 1 EUR, per: month }',
          discount('a', '60%', 'from: 2026-01-01, to: 2026-02-01', 'items: [calls], '),
          discount('b', '60%', 'from: 2026-02-01, to: 2026-03-01', 'items: [calls], '),
          discount('c', '40%', 'from: 2026-02-01, to: 2026-03-01', 'items: [calls], '),
          discount('d', '60%', 'from: 2026-01-01', 'items: [platform], '),
        ),
      ],
    ],
    [
      'a discount in a deviation after that of the tier has ended',
      [],
      '',
      [
        priced(CALLS, discount('a', '60%', 'from: 2026-01-01, to: 2026-06-01')),
        withDeviations([discount('loyalty', '60%', 'from: 2026-01-01'), 'from: 2026-06-01']),
      ],
    ],
    [
      'shares of exactly a whole, and shares that flow in opposite directions',
      [],
      '',
      [priced(share('a', '85%'), share('b', '15%'), share('c', '50%', 'payer: partner, payee: operator'))],
    ],
  ]));

describe('a priced API is offered at the tier:', () =>
  findings([
    [
      'an API that is not',
      ['warning priced-api-not-offered'],
      "api 'number-verification' is not offered at tier 'paid', so its price in item 'checks' of tier 'paid' never applies",
      [priced(CALLS, 'checks: { type: calls, apis: [«number-verification], flat: 1 EUR }')],
    ],
    [
      'an operation of an API that is not',
      ['warning priced-api-not-offered'],
      "api 'number-verification' is not offered",
      [
        priced(
          CALLS,
          'checks: { type: calls, operations: [{ api: «number-verification, operation: verify }], flat: 1 EUR }',
        ),
      ],
    ],
    [
      'an API that does not exist, once',
      ['error unknown-reference'],
      "did you mean 'sim-swap'?",
      [priced(CALLS, 'checks: { type: calls, apis: [«sim-swop], flat: 1 EUR }')],
    ],
    [
      'an operation that does not exist',
      ['error unknown-operation'],
      "operation 'checkSimSwop' does not exist in api 'sim-swap'; did you mean 'checkSimSwap'?",
      [
        priced(
          CALLS,
          'checks: { type: calls, operations: [{ api: sim-swap, operation: «checkSimSwop }], flat: 1 EUR }',
        ),
      ],
    ],
    [
      'an operation in a deviation that does not exist',
      ['error unknown-operation'],
      "operation 'nothing' does not exist in api 'sim-swap'",
      [
        priced(CALLS),
        withDeviations(['checks: { type: calls, operations: [{ api: sim-swap, operation: «nothing }], flat: 1 EUR }']),
      ],
    ],
  ]));

describe('every call of a tier that charges calls has a price:', () =>
  findings([
    [
      'operations without one',
      ['warning calls-without-price'],
      "no item of tier 'paid' prices operations 'streamEvents', 'retrieveDate' of api 'sim-swap', so they are free",
      [
        [
          PAID,
          'sla: {',
          'price:\n  items:\n    «checks: { type: calls, operations: [{ api: sim-swap, operation: checkSimSwap }], flat: 1 EUR }\nsla: {',
        ],
      ],
    ],
    ['an API that an item lists', [], '', [priced('checks: { type: calls, apis: [sim-swap], flat: 1 EUR }')]],
    [
      'a tier that charges a monthly fee only',
      [],
      '',
      [priced('platform: { type: subscription, amount: 1 EUR, per: month }')],
    ],
  ]));

describe('a share of a reseller has a reseller:', () =>
  findings([
    [
      'a tier whose users buy directly',
      ['warning share-without-reseller'],
      "item 'margin' of tier 'paid' has a reseller as payee, but no partner that uses tier 'paid' buys through one",
      [priced(share('margin', '10%', 'payer: operator, payee: «reseller'))],
    ],
    [
      'a deviation for a partner that buys directly',
      ['warning share-without-reseller'],
      "item 'margin' of partner 'acme-bank' at tier 'paid' has a reseller as payer, but the partner buys from the operator; add `reseller` to the partner",
      [priced(CALLS), withDeviations([share('margin', '10%', 'payer: «reseller, payee: operator')])],
    ],
    [
      'a partner that buys directly and deviates from a tier that others buy through a reseller',
      [],
      '',
      [
        priced(CALLS, share('margin', '10%', 'payer: operator, payee: reseller')),
        withDeviations([CALLS]),
        [
          'globex.yaml',
          '  - api: sim-swap\n    tier: free\n',
          '  - api: sim-swap\n    tier: paid\n    environments: [sandbox]\n',
        ],
      ],
    ],
    [
      'a tier that nobody uses',
      [],
      '',
      [priced(share('margin', '10%', 'payer: operator, payee: reseller')), [ACME, 'tier: paid', 'tier: free']],
    ],
    [
      'a tier with a user that buys through a reseller',
      [],
      '',
      [
        priced(share('margin', '10%', 'payer: reseller, payee: operator')),
        [ACME, 'owner: identity-apis\n', 'owner: identity-apis\nreseller: globex\n'],
      ],
    ],
  ]));

describe('a discount or a credit can have an effect:', () =>
  findings([
    [
      'a discount that ends before anything is charged',
      ['warning price-never-applies'],
      "item 'launch' of tier 'paid' ends on 2027-01-01, but nothing is charged until 2027-01-01",
      [pricedWith('  freeUntil: 2027-01-01\n', CALLS, discount('launch', '10%', 'from: 2026-01-01, to: «2027-01-01'))],
    ],
    [
      'a credit that ends before anything is charged',
      ['warning price-never-applies'],
      "item 'grant' of tier 'paid' ends on 2026-12-31",
      [
        pricedWith(
          '  freeUntil: 2027-01-01\n',
          CALLS,
          'grant: { type: credit, amount: 1 EUR, source: grant, purpose: Research., end: «2026-12-31 }',
        ),
      ],
    ],
    [
      'a discount that is over when the deviation with it starts',
      ['warning price-never-applies'],
      "item 'launch' of partner 'acme-bank' at tier 'paid' ends on 2026-03-01, but the deviation starts on 2026-06-01",
      [
        priced(CALLS),
        withDeviations([discount('launch', '10%', 'from: 2026-01-01, to: «2026-03-01'), 'from: 2026-06-01']),
      ],
    ],
    [
      'a discount that starts when the deviation with it has ended',
      ['warning price-never-applies'],
      'starts on 2026-06-01, but the deviation ends on 2026-06-01',
      [
        priced(CALLS),
        withDeviations([discount('launch', '10%', 'from: «2026-06-01'), 'from: 2026-02-01, to: 2026-06-01']),
      ],
    ],
    [
      'a discount and a credit of an active tier that are over, which was agreed',
      [],
      '',
      [
        pricedWith(
          '  freeUntil: 2026-01-01\n',
          CALLS,
          discount('launch', '10%', 'from: 2026-01-01, to: 2026-03-01'),
          'grant: { type: credit, amount: 1 EUR, source: grant, purpose: Research., end: 2026-03-01 }',
        ),
      ],
    ],
    [
      'a discount that ends before it starts, once',
      ['error dates-out-of-order'],
      "item 'launch' of tier 'paid' ends on 2025-12-31, but starts on 2026-01-01",
      [pricedWith('  freeUntil: 2027-01-01\n', CALLS, discount('launch', '10%', 'from: 2026-01-01, to: «2025-12-31'))],
    ],
    [
      'a deviation that ends before it starts',
      ['error dates-out-of-order'],
      "deviation from tier 'paid' of partner 'acme-bank' ends on 2026-02-01, but starts on 2026-02-01",
      [priced(CALLS), withDeviations([CALLS, 'from: 2026-02-01, to: «2026-02-01'])],
    ],
  ]));

describe('the dates of a draft are not over:', () => {
  const DRAFT: readonly Change[] = [
    [PAID, 'status: active', 'status: draft'],
    [PAID, 'sealed: 0.0.0:0000000000000000000000000000000000000000000000000000000000000000\n', ''],
    [ACME, '        start: 2026-02-01\n', '        environments: [sandbox]\n'],
  ];
  findings([
    [
      'a free period',
      ['warning price-never-applies'],
      "the free period of draft tier 'paid' ended on 2026-11-21",
      [pricedWith('  freeUntil: «2026-11-21\n', CALLS), ...DRAFT],
    ],
    [
      'a discount and a credit',
      ['warning price-never-applies', 'warning price-never-applies'],
      "item 'launch' of tier 'paid', which is a draft, ended on 2026-11-21",
      [
        priced(
          CALLS,
          discount('launch', '10%', 'from: 2026-01-01, to: «2026-11-21'),
          'grant: { type: credit, amount: 1 EUR, source: grant, purpose: Research., end: «2026-11-20 }',
        ),
        ...DRAFT,
      ],
    ],
    ['dates that are still to come', [], '', [pricedWith('  freeUntil: 2026-11-22\n', CALLS), ...DRAFT]],
  ]);
});

describe('a price can be reached within the quota:', () =>
  findings([
    [
      'included calls that use up the quota',
      ['warning price-beyond-quota'],
      "item 'calls' of tier 'paid' includes 1000000 calls, but the quota permits 1000000 calls in a month, so none is ever charged",
      [priced('calls: { type: calls, flat: 1 EUR, included: «1000000 }')],
    ],
    [
      'a step after the quota',
      ['warning price-beyond-quota'],
      "step 2 of item 'calls' of tier 'paid' ends at call 2000000, but the quota permits 1000000 calls in a month",
      [
        priced(
          'calls: { type: calls, volume: [{ upTo: 10, price: 3 EUR }, { upTo: «2000000, price: 2 EUR }, { price: 1 EUR }] }',
        ),
      ],
    ],
    [
      'a step after the quota, if the steps are not in order, which is the only finding',
      ['error price-steps-out-of-order'],
      "step 2 of item 'calls' of tier 'paid' ends at call 20, but step 1 ends at call 2000000",
      [
        priced(
          'calls: { type: calls, volume: [{ upTo: 2000000, price: 3 EUR }, { upTo: «20, price: 2 EUR }, { price: 1 EUR }] }',
        ),
      ],
    ],
    [
      'a package above a daily quota, counted for the longest month',
      ['warning price-beyond-quota'],
      'a package of item',
      [
        priced('calls: { type: calls, package: { calls: «31001, price: 1 EUR } }'),
        [PAID, '{ month: 1000000 }', '{ day: 1000 }'],
      ],
    ],
    [
      'a package as large as the quota',
      [],
      '',
      [
        priced('calls: { type: calls, package: { calls: 31000, price: 1 EUR } }'),
        [PAID, '{ month: 1000000 }', '{ day: 1000 }'],
      ],
    ],
    ['included calls below the quota', [], '', [priced('calls: { type: calls, flat: 1 EUR, included: 999999 }')]],
    [
      'any number of calls beyond a quota that is billed',
      [],
      '',
      [pricedWith('  overage: bill\n', 'calls: { type: calls, flat: 1 EUR, included: 2000000 }')],
    ],
    [
      'any number of calls without a quota',
      [],
      '',
      [priced('calls: { type: calls, flat: 1 EUR, included: 2000000 }'), WITHOUT_QUOTA],
    ],
  ]));
