import { cellsOf, documentFiles, renderCell, STATE_FOLDER } from '../../../../core/desired';
import {
  type Catalog,
  entryOf,
  originOf,
  positionOf,
  sealOf,
  type TermsFile,
  termsPath,
  termsText,
  tiersOn,
} from '../../../../core/model';
import { accessIn } from '../../../../core/view';
import { loadFiles } from '../../../support/catalog';
import { type Change, changed } from '../../checks/catalog/programme';

const EARLIER: TermsFile = {
  tier: 'paid',
  version: '1.0.0',
  announced: '2025-10-01',
  effective: '2026-01-01',
  terms: {
    approval: 'required',
    limits: { second: 7 },
    sla: { availability: '98%' },
    apis: { 'sim-swap': { sla: { errorRate: '3%' } } },
    price: { items: { calls: { type: 'calls', flat: '0.02 EUR' } } },
  },
};

/** The programme, whose tier `paid` has version 2.0.0 from 1 February 2026 on and version 1.0.0 from 1 January on. */
function catalogWith(...changes: readonly Change[]): Catalog {
  const { files } = changed([['tiers/paid.yaml', 'sla:', `previous: ['${sealOf(EARLIER)}']\nsla:`], ...changes]);
  return loadFiles({ ...files, [termsPath('paid', '1.0.0')]: termsText(EARLIER) }).catalog;
}

const catalog = catalogWith();
const paidOn = (day: string) => tiersOn(catalog, day).get('paid');

describe('the terms in force', () => {
  test.each([
    ['2025-12-31', 'draft', '2.0.0', 20],
    ['2026-01-01', 'active', '1.0.0', 7],
    ['2026-01-31', 'active', '1.0.0', 7],
    ['2026-02-01', 'active', '2.0.0', 20],
  ])('on %s, the tier is %s in version %s', (day, status, version, second) => {
    const tier = paidOn(day)?.value;
    expect([tier?.status, tier?.version, tier?.limits?.second]).toEqual([status, version, second]);
  });

  test('are those of the document while it is the newest version in force', () => {
    expect(paidOn('2026-02-01')).toBe(catalog.tiers.get('paid'));
  });

  test('of an earlier version have no field that only the document has', () => {
    expect(paidOn('2026-01-01')?.value).not.toHaveProperty('quota');
    expect(paidOn('2026-01-01')?.value.title).toBe('Paid');
  });

  test('of an earlier version have their origin and position in the terms file', () => {
    const tier = paidOn('2026-01-01');
    if (!tier) throw new Error('the tier is missing');
    const origin = originOf(tier, ['limits', 'second']);
    expect(origin).toEqual({ document: 'terms/paid@1.0.0', path: ['terms', 'limits', 'second'] });
    expect(positionOf(catalog, origin)).toMatchObject({ file: 'catalog/terms/paid/1.0.0.json', line: 14 });
    expect(tier.at(['limits', 'second'])).toEqual(positionOf(catalog, origin));
    expect(originOf(tier, ['title'])).toEqual({ document: 'tier/paid', path: ['title'] });
    expect(entryOf(catalog, 'terms/paid@1.0.0')?.name).toBe('paid@1.0.0');
  });
});

/** The access of `acme-bank_checkout` to `sim-swap`. */
function accessOn(of: Catalog, day: string) {
  const view = accessIn(of, 'sandbox', day).find(({ application }) => application.id === 'acme-bank_checkout');
  const access = view?.subscriptions.find(({ api }) => api.name === 'sim-swap');
  if (!access) throw new Error('the subscription is missing');
  return access;
}

describe('a subscription', () => {
  test('has the service level of the version in force, also where that falls back on an API', () => {
    const { sla } = accessOn(catalog, '2026-01-15');
    expect([sla.availability?.value, sla.errorRate?.value]).toEqual(['98%', '3%']);
    expect(sla.errorRate?.origins[0]).toEqual({
      document: 'terms/paid@1.0.0',
      path: ['terms', 'apis', 'sim-swap', 'sla', 'errorRate'],
    });
    expect(accessOn(catalog, '2026-02-01').sla.errorRate?.value).toBe('0.1%');
  });

  test('knows the terms that it had on any past day', () => {
    const access = accessOn(catalog, '2026-11-21');
    expect(access.termsVersion.value).toBe('2.0.0');
    expect(access.termsOn('2026-01-15').value.price).toEqual(EARLIER.terms.price);
    expect(access.termsOn('2026-11-21')).toBe(catalog.tiers.get('paid'));
  });

  test('keeps the price and the service level of a version that its contract pins, until the day that it names', () => {
    const pinned = catalogWith([
      'acme-bank.yaml',
      '  end: 2028-01-01\n',
      '  end: 2028-01-01\n  terms: [{ tier: paid, version: 1.0.0, until: 2026-12-01 }]\n',
    ]);
    const before = accessOn(pinned, '2026-11-30');
    expect([before.termsVersion.value, before.sla.availability?.value]).toEqual(['1.0.0', '98%']);
    expect(before.price?.items.map(({ origins }) => origins[0])).toEqual([
      { document: 'terms/paid@1.0.0', path: ['terms', 'price', 'items', 'calls'] },
    ]);
    const after = accessOn(pinned, '2026-12-01');
    expect([after.termsVersion.value, after.sla.availability?.value, after.price]).toEqual([
      '2.0.0',
      '99.9%',
      undefined,
    ]);
  });
});

test('an effective day changes the limits of its tier on the gateway, and nothing else', () => {
  // Otherwise, the subscription would start on this day, too.
  const constant = catalogWith(
    [
      'acme-bank.yaml',
      'on: 2026-02-01, by: partners@operator.example }\n        start: 2026-02-01\n',
      'on: 2026-01-20, by: partners@operator.example }\n',
    ],
    // The first version of the other tier is in force from this day on.
    ['acme-bank.yaml', '[sandbox, production]', '[sandbox]'],
    ['policies.yaml', 'registered: thumbprint', 'registered: thumbprint\nboundTokens: required'],
  );
  for (const { value } of constant.environments.values()) {
    const [before, after] = ['2026-01-31', '2026-02-01'].map((day) => cellsOf(constant, value, day));
    const changedCells = before?.flatMap((cell, index) => {
      const other = after?.[index];
      return other && render(cell) !== render(other) ? [[cell, other] as const] : [];
    });
    expect(changedCells?.map(([cell]) => cell.kind)).toEqual(['domain']);
    const [cell, other] = changedCells?.[0] ?? [];
    const byAddress = new Map(other?.entities.map((entity) => [entity.id, JSON.stringify(entity)]));
    const differing = cell?.entities.filter((entity) => byAddress.get(entity.id) !== JSON.stringify(entity)) ?? [];
    expect(differing.length).toBeGreaterThan(0);
    for (const { type } of differing) expect(type).toContain('plugin');
    expect(JSON.stringify(differing)).toMatch(/tier|rate-limiting/);
  }
});

test('the limits of an earlier version on a gateway have their origin in its terms file', () => {
  const of = catalogWith(['policies.yaml', 'registered: thumbprint', 'registered: thumbprint\nboundTokens: required']);
  const originsOn = (environment: string, day: string) => {
    const { value } = of.environments.get(environment) ?? {};
    const cells = value ? cellsOf(of, value, day) : [];
    const origins = cells.flatMap((cell) =>
      cell.entities.filter(({ type }) => type.includes('plugin')).flatMap((entity) => entity.origins),
    );
    return [...new Set(origins.map(({ document }) => document))].filter((name) => /^(tier|terms)\//.test(name)).sort();
  };
  // Portable plugins limit the tiers of an API together; native ones have a group for each tier.
  for (const environment of ['sandbox', 'production']) {
    expect(originsOn(environment, '2026-01-31')).toEqual(['terms/paid@1.0.0', 'tier/free']);
    expect(originsOn(environment, '2026-02-01')).toEqual(['tier/free', 'tier/paid']);
  }
  const { value } = of.environments.get('production') ?? {};
  const fileOf = documentFiles(of);
  const texts = (value ? cellsOf(of, value, '2026-01-31') : []).map((cell) =>
    renderCell(cell, { stateFolder: STATE_FOLDER, fileOf }),
  );
  expect(texts.join('')).toContain('terms/paid/1.0.0.json');
});

function render(cell: ReturnType<typeof cellsOf>[number]): string {
  return renderCell(cell, { stateFolder: STATE_FOLDER, fileOf: () => undefined });
}
