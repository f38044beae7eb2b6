import { cellOutlines, fillCell } from '../../../core/desired';
import { positionOf } from '../../../core/model';
import { accessIn, effectiveValues } from '../../../core/view';
import { type Change, programme } from '../checks/catalog/programme';

const ACME = 'acme-bank.yaml';
const GLOBEX = 'globex.yaml';

/** The application of 'acme-bank', which buys through 'globex'. */
const THROUGH: Change = [ACME, 'owner: identity-apis', 'owner: identity-apis\nreseller: globex'];
const ACCEPTED = '  accepted: { on: 2026-01-15, by: legal@globex.example }\n';
const globex = (text: string): Change => [GLOBEX, 'name: globex\n', `name: globex\n${text}\n`];
const suspendedSince = (day: string): Change =>
  globex(`suspended: { since: ${day}, by: finance@operator.example, reason: unpaid }`);
const contractEnds = (day: string): Change => [GLOBEX, ACCEPTED, `${ACCEPTED}  end: ${day}\n`];
const status = (text: string): Change => [
  GLOBEX,
  '{ status: approved, on: 2026-01-10, by: partners@operator.example }\n---\nkind: Partner',
  `{ ${text}, by: partners@operator.example }\n---\nkind: Partner`,
];
const TERMS =
  'termination: 3 months }\n    responsibilities: { consent-capture: partner, user-information: partner }\n---';
const atOnce: Change = ['contracts.yaml', TERMS, TERMS.replace('\n---', '\n    resellerLeaves: at-once\n---')];
const notice = (duration: string): Change => ['contracts.yaml', TERMS, TERMS.replace('3 months', duration)];
const NOT_ACCEPTED: Change = [GLOBEX, ACCEPTED, ''];

/** `+ active` with a consumer, `- partner-rejected` without, and a star if anything is granted. */
function statusOf(changes: readonly Change[], environment: string, day: string, id = 'acme-bank_checkout'): string {
  const access = accessIn(programme(changes), environment, day).find(({ application }) => application.id === id);
  if (!access) throw new Error('the application is missing');
  const granted = access.subscriptions.some((one) => one.granted);
  return `${access.present ? '+' : '-'}${granted ? '*' : ''} ${access.reason}`;
}

describe('an application of a partner that buys through a reseller', () => {
  test.each<[string, readonly Change[], day: string, sandbox: string, production: string]>([
    ['has access while the reseller is active', [], '2026-11-21', '+* active', '+* active'],
    [
      'keeps access before the suspension of the reseller',
      [suspendedSince('2026-10-02')],
      '2026-10-01',
      '+* active',
      '+* active',
    ],
    [
      'keeps access during the notice after a suspension',
      [suspendedSince('2026-10-02')],
      '2027-01-01',
      '+* active',
      '+* active',
    ],
    [
      'loses its grants and keeps its consumer when the notice after a suspension has passed',
      [suspendedSince('2026-10-02')],
      '2027-01-02',
      '+ reseller-suspended',
      '+ reseller-suspended',
    ],
    [
      'keeps access during the notice after the contract of the reseller',
      [contractEnds('2026-06-01')],
      '2026-08-31',
      '+* active',
      '+* active',
    ],
    [
      'loses its grants when the notice after the contract of the reseller has passed',
      [contractEnds('2026-06-01')],
      '2026-09-01',
      '+ reseller-contract-ended',
      '+ reseller-contract-ended',
    ],
    [
      'keeps access during the notice after a rejection',
      [status('status: rejected, on: 2026-06-01')],
      '2026-08-31',
      '+* active',
      '+* active',
    ],
    [
      'loses its grants when the notice after a rejection has passed',
      [status('status: rejected, on: 2026-06-01')],
      '2026-09-01',
      '+ reseller-rejected',
      '+ reseller-rejected',
    ],
    [
      'loses its grants at once if the reseller is rejected without ever having had a contract',
      [status('status: rejected, on: 2026-06-01'), NOT_ACCEPTED],
      '2026-06-01',
      '+ reseller-rejected',
      '- reseller-rejected',
    ],
    [
      'loses its grants if the rejection of the reseller has no date',
      [status('status: rejected')],
      '2026-06-01',
      '+ reseller-rejected',
      '+ reseller-rejected',
    ],
    [
      'loses its grants if the rejection of the reseller has a date in the future, because a rejection counts at once',
      [status('status: rejected, on: 2027-06-01')],
      '2026-06-01',
      '+ reseller-rejected',
      '+ reseller-rejected',
    ],
    [
      'keeps access before a suspension that counts at once',
      [suspendedSince('2026-10-02'), atOnce],
      '2026-10-01',
      '+* active',
      '+* active',
    ],
    [
      'loses its grants at once if its contract says so',
      [suspendedSince('2026-10-02'), atOnce],
      '2026-10-02',
      '+ reseller-suspended',
      '+ reseller-suspended',
    ],
    [
      'has a notice by the calendar',
      [suspendedSince('2026-11-30'), notice('3 months')],
      '2027-02-27',
      '+* active',
      '+* active',
    ],
    [
      'loses its grants on the last day of February, three months after the end of November',
      [suspendedSince('2026-11-30'), notice('3 months')],
      '2027-02-28',
      '+ reseller-suspended',
      '+ reseller-suspended',
    ],
    [
      'has access in sandboxes only before the reseller is approved',
      [status('status: pendingApproval')],
      '2026-11-21',
      '+* reseller-pending',
      '- reseller-pending',
    ],
    [
      'has access in sandboxes only before the contract of the reseller is accepted',
      [NOT_ACCEPTED],
      '2026-11-21',
      '+* reseller-pending',
      '- reseller-pending',
    ],
    [
      'has access in sandboxes only before the day on which the reseller is approved',
      [status('status: approved, on: 2026-11-22')],
      '2026-11-21',
      '+* reseller-pending',
      '- reseller-pending',
    ],
    [
      'has its own suspension as the reason, even if the reseller is lost',
      [
        suspendedSince('2026-01-20'),
        [ACME, 'evidence:', 'suspended: { since: 2026-01-20, by: security@operator.example, reason: x }\nevidence:'],
      ],
      '2026-11-21',
      '+ partner-suspended',
      '+ partner-suspended',
    ],
    [
      'loses its grants on the day of the first loss',
      [suspendedSince('2026-10-02'), contractEnds('2026-06-01')],
      '2026-09-01',
      '+ reseller-contract-ended',
      '+ reseller-contract-ended',
    ],
  ])('%s', (...[, changes, day, sandbox, production]) => {
    expect(statusOf([THROUGH, ...changes], 'sandbox', day)).toBe(sandbox);
    expect(statusOf([THROUGH, ...changes], 'production', day)).toBe(production);
  });

  test('depends on every reseller in a chain, and on none of another chain', () => {
    const chain: readonly Change[] = [
      [GLOBEX, 'type: reseller\n', 'type: reseller\nreseller: top\n'],
      [
        GLOBEX,
        '---\nkind: Application',
        `---
kind: Partner
name: top
title: Top
type: reseller
organization: { name: Top, country: GB }
owner: identity-apis
contacts: [{ role: technical, email: api@top.example }]
contract: { template: reseller, version: 1.0.0, accepted: { on: 2026-01-15, by: legal@top.example } }
approval: { status: approved, on: 2026-01-10, by: partners@operator.example }
suspended: { since: 2026-03-10, by: finance@operator.example, reason: unpaid }
---
kind: Application`,
      ],
    ];
    expect(statusOf([THROUGH, ...chain], 'production', '2026-06-09')).toBe('+* active');
    expect(statusOf([THROUGH, ...chain], 'production', '2026-06-10')).toBe('+ reseller-suspended');
    expect(statusOf(chain, 'production', '2026-06-10')).toBe('+* active');
  });

  test('does not hang if its resellers form a cycle', () => {
    const cycle: Change = [GLOBEX, 'type: reseller\n', 'type: reseller\nreseller: initech\n'];
    expect(statusOf([cycle], 'sandbox', '2026-11-21', 'initech_portal')).toBe('+* active');
  });
});

/** An application that 'globex' runs for 'initech'. */
const ON_BEHALF: Change = [GLOBEX, 'partner: initech\n', 'partner: globex\nonBehalfOf: initech\n'];
const initech = (text: string): Change => [GLOBEX, 'name: initech\n', `name: initech\n${text}\n`];

describe('an application that a reseller runs on behalf of its owner', () => {
  const OWNER_APPROVAL =
    'approval: { status: approved, on: 2026-01-10, by: partners@operator.example }\n---\nkind: Application';
  const owner = (text: string): Change => [
    GLOBEX,
    OWNER_APPROVAL,
    OWNER_APPROVAL.replace('status: approved, on: 2026-01-10', text),
  ];
  test.each<[string, readonly Change[], day: string, expected: string]>([
    ['is active if the owner and the reseller are', [], '2026-11-21', '+* active'],
    [
      'is suspended with its owner, at once',
      [initech('suspended: { since: 2026-11-21, by: security@operator.example, reason: x }')],
      '2026-11-21',
      '+ partner-suspended',
    ],
    [
      'is absent if its owner is rejected',
      [owner('status: rejected, on: 2026-11-21')],
      '2026-11-21',
      '- partner-rejected',
    ],
    [
      'is open in a sandbox before its owner is approved',
      [owner('status: pendingApproval')],
      '2026-11-21',
      '+* partner-pending',
    ],
    [
      'is absent when the contract of its owner has ended',
      [[GLOBEX, '  version: 2.1.0\n', '  version: 2.1.0\n  end: 2026-11-21\n']],
      '2026-11-21',
      '- contract-ended',
    ],
    [
      'keeps access during the notice after the suspension of the reseller',
      [suspendedSince('2026-08-22')],
      '2026-11-21',
      '+* active',
    ],
    [
      'is suspended when the notice after the suspension of the reseller has passed',
      [suspendedSince('2026-08-21')],
      '2026-11-21',
      '+ reseller-suspended',
    ],
    [
      'stops at once if the application itself is suspended',
      [
        suspendedSince('2026-11-21'),
        [
          GLOBEX,
          'title: Portal\n',
          'title: Portal\nsuspended: { since: 2026-11-21, by: security@operator.example, reason: x }\n',
        ],
      ],
      '2026-11-21',
      '+ application-suspended',
    ],
    [
      'survives the rejection of the reseller for the notice',
      [status('status: rejected, on: 2026-11-01')],
      '2026-11-21',
      '+* active',
    ],
  ])('%s', (...[, changes, day, expected]) => {
    expect(statusOf([ON_BEHALF, ...changes], 'sandbox', day, 'globex_portal')).toBe(expected);
  });
});

describe('the desired state', () => {
  const entities = (changes: readonly Change[], day: string, environment: string) => {
    const catalog = programme(changes);
    const found = catalog.environments.get(environment);
    if (!found) throw new Error('the environment is missing');
    return cellOutlines(catalog, found.value, day)
      .filter(({ kind }) => kind === 'partners')
      .flatMap((outline) => fillCell(outline).entities);
  };
  const days = ['2026-10-01', '2026-10-02', '2027-01-01', '2027-01-02', '2027-01-15'];
  const losses: readonly (readonly [string, Change])[] = [
    ['a suspension', suspendedSince('2026-10-02')],
    ['the end of the contract', contractEnds('2026-10-02')],
    ['a rejection', status('status: rejected, on: 2026-10-02')],
  ];

  test.each(losses)(
    'loses only the grants after %s of the reseller, on the first day after the notice',
    (what, loss) => {
      for (const environment of ['sandbox', 'production']) {
        for (const day of days) {
          // A rejection counts at once, whatever its date; before it, its notice cannot be computed.
          if (what === 'a rejection' && day < '2026-10-02') continue;
          const without = entities([THROUGH], day, environment);
          const withLoss = entities([THROUGH, loss], day, environment);
          const gone = without.filter(({ address }) => !withLoss.some((one) => one.address === address));
          const kept = without.filter((one) => !gone.includes(one));
          // What remains has the same ids and attributes, so that another reseller restores exactly the previous state.
          const ofAcme = ({ subject }: (typeof without)[number]) =>
            subject?.partner === 'acme-bank' || subject?.partner === undefined;
          expect(
            withLoss.filter(ofAcme).map(({ type, address, attributes }) => ({ type, address, id: attributes.id })),
          ).toEqual(kept.filter(ofAcme).map(({ type, address, attributes }) => ({ type, address, id: attributes.id })));
          const expected =
            day < '2027-01-02'
              ? []
              : environment === 'sandbox'
                ? ['kong-gateway_acl']
                : ['kong-gateway_consumer_group_member'];
          expect([...new Set(gone.filter(ofAcme).map(({ type }) => type))]).toEqual(expected);
        }
      }
    },
  );
});

describe('origins', () => {
  const origins = (changes: readonly Change[], application: string, day: string) => {
    const catalog = programme(changes);
    const values = effectiveValues(catalog, { application, api: 'sim-swap', environment: 'sandbox', asOf: day });
    return {
      access: values?.access.origins.map(({ document, path }) => [document, ...path].join(' ')),
      parties: values && [
        values.parties.value.owner.name,
        ...values.parties.value.resellers.map(({ name }) => name),
        ...values.parties.origins.map(({ document, path }) => [document, ...path].join(' ')),
      ],
      positions: values?.access.origins.map((origin) => positionOf(catalog, origin) !== undefined),
    };
  };

  test('of a lost reseller are its suspension, the fields that name it, and the notice in the contract', () => {
    const { access, positions } = origins([THROUGH, suspendedSince('2026-10-02')], 'acme-bank_checkout', '2027-01-02');
    expect(access).toEqual([
      'partner/globex suspended',
      'partner/acme-bank reseller',
      'partner/acme-bank contract version',
      'contract-template/standard versions 2.1.0',
    ]);
    expect(positions).toEqual([true, true, true, true]);
  });

  test('of a grant include everything about the owner and its resellers that could have prevented it', () => {
    const { access } = origins([ON_BEHALF], 'globex_portal', '2026-11-21');
    expect(access?.filter((origin) => /^partner\/|onBehalfOf/.test(origin))).toEqual([
      'partner/initech approval status',
      'partner/initech approval on',
      'partner/initech contract accepted on',
      'application/globex/portal onBehalfOf',
      'partner/globex approval status',
      'partner/globex approval on',
      'partner/globex contract accepted on',
    ]);
  });

  test('of a pending reseller are its approval and the fields that name it', () => {
    const pending = status('status: approved, on: 2026-12-01');
    expect(origins([THROUGH, pending], 'acme-bank_checkout', '2026-11-21').access).toContain(
      'partner/globex approval on',
    );
  });

  test('of the owner and resellers are the application and the fields that name them', () => {
    expect(origins([ON_BEHALF], 'globex_portal', '2026-11-21').parties).toEqual([
      'initech',
      'globex',
      'application/globex/portal',
      'application/globex/portal onBehalfOf',
    ]);
    expect(origins([THROUGH], 'acme-bank_checkout', '2026-11-21').parties).toEqual([
      'acme-bank',
      'globex',
      'application/acme-bank/checkout',
      'partner/acme-bank reseller',
    ]);
  });
});
