import { routeShape, segmentsOverlap, shapeText } from '../../../../core/model/routes/shape';
import { brief, loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { AS_OF, type Change, changed, check, PROGRAMME } from './programme';

const LONG = `a${'b'.repeat(62)}`;

describe('extreme values that the schemas allow', () => {
  test('an environment may be called constructor, and nothing is inherited by it', () => {
    const changes: Change[] = [
      ['environments.yaml', 'name: staging', 'name: constructor'],
      ['sim-swap.yaml', "  staging: { url: 'https://sim-swap.staging' }\n", ''],
      ['policies.yaml', '  staging:\n    issuer', '  constructor:\n    issuer'],
      ['policies.yaml', '    staging: https', '    constructor: https'],
    ];
    expect(brief(check(changes).found)).toEqual([
      expect.stringContaining("environment-serves-nothing environment 'constructor' serves nothing"),
    ]);
    const served: Change = [
      'number-verification.yaml',
      'upstreams:\n',
      "upstreams:\n  constructor: { url: 'https://x.staging' }\n",
    ];
    expect(check([...changes, served]).found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "environment-not-covered token policy 'partner-keys' has no entry for environment 'constructor', where api 'number-verification' is served",
    ]);
  });

  test('accepts the largest numbers and the longest names', () => {
    const { found } = check([
      ['teams.yaml', 'name: identity-apis', `name: ${LONG}`],
      ['tiers/free.yaml', '{ second: 1, minute: 30 }', '{ second: 1000000000000, minute: 1000000000000 }'],
      ['tiers/free.yaml', 'day: 1000', 'day: 1000000000000'],
      ['sim-swap.yaml', 'owner: identity-apis', `owner: ${LONG}`],
      ['number-verification.yaml', 'owner: identity-apis', `owner: ${LONG}`],
      ['acme-bank.yaml', 'owner: identity-apis', `owner: ${LONG}`],
      ['sim-swap.yaml', 'notice: 6 months', 'notice: 999999999 years, announced: 0000-01-01, sunset: 9999-12-31'],
      ['acme-bank.yaml', 'start: 2026-02-01', 'start: 0000-01-01'],
      ['acme-bank.yaml', 'end: 2027-02-01', 'end: 9999-12-31'],
      ['sim-swap.yaml', 'p50: 80 ms, p95: 250 ms', 'p50: 999999999 years, p95: 999999999 years'],
      ['tiers/paid.yaml', 'p50: 100 ms, p95: 250 ms', 'p50: 999999999 years, p95: 999999999 years'],
    ]);
    expect(found.map(({ code }) => code)).toEqual([
      'unknown-reference',
      // No histogram has a bound of a billion years.
      ...Array(4).fill('latency-between-buckets'),
    ]);
    expect(found[0]?.related).toHaveLength(2);
  });

  test('three thousand partners with one reseller each, in one chain, with unknown names', () => {
    const partners = Array.from(
      { length: 3000 },
      (_, index) =>
        `kind: Partner\nname: p${index}\ntitle: P\ntype: reseller\norganization: { name: P, country: ES }\n${index > 0 ? `reseller: p${index - 1}\n` : ''}owner: nobody${index}\ncontacts: [{ role: legal, email: legal@b.example }]\ncontract: { template: reseller, version: 1.0.0, accepted: { on: 2026-01-01, by: partners@operator.example } }\napproval: { status: approved, on: 2026-01-01, by: partners@operator.example }\n`,
    );
    const { catalog, findings } = loadFiles({
      ...PROGRAMME,
      ...Object.fromEntries(partners.map((text, index) => [`p/${index}.yaml`, text])),
    });
    expect(findings.filter(({ at }) => at.file.startsWith('catalog/p/'))).toEqual([]);
    const found = checkCatalog(catalog, AS_OF).filter(({ at }) => at.file.startsWith('catalog/p/'));
    expect(found).toHaveLength(3000);
    expect(found.every(({ code }) => code === 'unknown-reference')).toBe(true);
    expect(found.filter(({ hint }) => hint !== undefined)).toHaveLength(100);
  });

  test('no check throws if any single line is removed', () => {
    const { files } = changed([]);
    for (const [file, text] of Object.entries(files)) {
      const lines = text.split('\n');
      for (const index of lines.keys()) {
        const { catalog } = loadFiles({ ...files, [file]: lines.toSpliced(index, 1).join('\n') });
        for (const { at } of checkCatalog(catalog, AS_OF)) expect(at.line).toBeGreaterThan(0);
      }
    }
  });
});

describe('two segments of a route', () => {
  const samples = ['', 'a', 'b', 'ab', 'aa', 'aba', 'abb', 'a.b', 'aab'];
  const templates = ['', 'a', 'ab', '{x}', 'a{x}', '{x}b', 'a{x}b', '{x}{y}', '{x}a{y}', '{x}.{y}', 'a{x}a'];
  /** What the gateway makes of a template. */
  const pattern = (template: string) =>
    new RegExp(
      `^${template
        .split(/\{.\}/)
        .map((text) => text.replace('.', '\\.'))
        .join('.+')}$`,
    );
  const shape = (template: string) => routeShape('', `/${template}`)[0] ?? '';

  test.each(templates.flatMap((a) => templates.map((b) => [a, b])))(
    "'%s' and '%s' meet where a text fits both",
    (a = '', b = '') => {
      // Every pair here that meets at all meets in one of these: each template fits a text of at most the other's length.
      const texts = [
        ...samples,
        ...templates.map((one) => one.replace(/\{.\}/g, 'a')),
        'a.a',
        'aba.bab',
        'abab',
        'aab.b',
        'ab.ab',
        'aaa',
        'aaaa',
        'bab',
        'baa.aab',
        'a.ab',
        'a.aa',
      ];
      const fit = texts.some((text) => pattern(a).test(text) && pattern(b).test(text));
      expect(segmentsOverlap(shape(a), shape(b))).toBe(fit);
      expect(segmentsOverlap(shape(b), shape(a))).toBe(fit);
    },
  );

  test('are written with empty braces', () => {
    expect(shapeText(routeShape('/sim-swap/v2', '/events/{eventId}/at-{time}'))).toBe('/sim-swap/v2/events/{}/at-{}');
  });
});
