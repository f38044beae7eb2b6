import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { type Readiness, readinessOf } from '../../../../core/readiness';
import { READINESS_FORMATS, readinessReport } from '../../../../core/report';
import schema from '../../../../core/report/schemas/readiness.schema.json';
import { catalogOf } from '../../../support/catalog';
import { catalogOfFiles } from '../../../support/programme';
import { AS_OF, PROGRAMME, partner, programme, without } from '../../readiness/programme';

const full = readinessOf(programme(), AS_OF);
const fixture = readinessOf(catalogOfFiles(), AS_OF);

describe('the report in JSON', () => {
  const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true }));
  const validate = ajv.compile(schema);

  test.each([
    ['with everything', full],
    ['that lacks most elements', fixture],
  ])('of a programme %s follows its schema', (_, readiness: Readiness) => {
    validate(JSON.parse(readinessReport(readiness, 'json')));
    expect(validate.errors).toBeNull();
  });

  test('has every property of its schema', () => {
    const wanting = { ...JSON.parse(readinessReport(full, 'json')), extra: 1 };
    expect(validate(wanting)).toBe(false);
    for (const name of schema.required) {
      const { [name]: _, ...rest } = JSON.parse(readinessReport(full, 'json'));
      expect([name, validate(rest)]).toEqual([name, false]);
    }
  });
});

describe.each(READINESS_FORMATS)('the report as %s', (format) => {
  test('is the same for the same catalog and date', () => {
    expect(readinessReport(readinessOf(programme(), AS_OF), format)).toBe(readinessReport(full, format));
  });

  test('has the same number of lines for more partners', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      partner(`partner-${index}`, 'technology', 'approval: { status: approved }'),
    );
    const files = { ...PROGRAMME, 'many.yaml': many.join('---\n') };
    const lines = (readiness: Readiness) => readinessReport(readiness, format).split('\n').length;
    // The first places of a block that one partner has fill up to three.
    const added = format === 'json' ? 2 * 7 : 0;
    expect(lines(readinessOf(catalogOf(files), AS_OF)) - lines(full)).toBeLessThanOrEqual(added);
  });

  test('ends with one line break and has no spaces at the end of a line', () => {
    for (const readiness of [full, fixture]) {
      const text = readinessReport(readiness, format);
      expect(text).toMatch(/[^\n]\n$/);
      expect(text).not.toMatch(/[ \t]$/m);
    }
  });
});

describe('the report in Markdown', () => {
  test('lists what is missing, where to write it and the first place that lacks it', () => {
    const readiness = readinessOf(
      programme(without('programme.yaml', 'portal'), ['sim-swap.yaml', 'audit: audit, ', '']),
      AS_OF,
    );
    const [, missing = ''] = readinessReport(readiness, 'markdown').split(/^## .*$/m);
    expect(missing.trim().split('\n')).toEqual([
      '1. **Documentation and portal**: the address of a portal. Write `portal.url` in the Programme.',
      '2. **Compliance and security**: audit records of every API in production. Write `policies.audit` in the Api: `catalog/sim-swap.yaml:2`.',
    ]);
  });

  test('gives no character of a title a meaning', () => {
    const title = 'A * B | <b>C</b> [d](e) `f` _g_';
    const readiness = readinessOf(
      programme(['programme.yaml', 'title: Northwind Open Network', `title: '${title}'`]),
      AS_OF,
    );
    expect(readinessReport(readiness, 'markdown').split('\n')[0]).toBe(
      '# Readiness of A \\* B \\| \\<b\\>C\\</b\\> \\[d\\](e) \\`f\\` \\_g\\_',
    );
  });

  test('has rows with as many cells as their heading', () => {
    for (const readiness of [full, fixture]) {
      let cells = 0;
      for (const line of readinessReport(readiness, 'markdown').split('\n')) {
        if (!line.startsWith('|')) cells = 0;
        else {
          const found = line.split(/(?<!\\)\|/).length;
          expect([line, found]).toEqual([line, cells || found]);
          cells = found;
        }
      }
    }
  });
});

test('the report on a terminal marks elements with colours only if they are enabled', () => {
  expect(readinessReport(full, 'pretty', true)).toContain('\u001b[32m✓\u001b[39m');
  expect(readinessReport(full, 'pretty')).not.toContain('\u001b');
});
