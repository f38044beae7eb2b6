import Ajv from 'ajv';
import { report } from '../../../core/report';
import { finding, options, SECRET } from './finding';

describe('the JSON format', () => {
  test('lists the code, severity, message, hint, link and position of each finding, and nothing else', () => {
    expect(JSON.parse(report([finding()], options('json')))).toEqual([
      {
        code: 'unknown-reference',
        severity: 'error',
        message: "tier 'payed' does not exist",
        hint: "did you mean 'paid'? tiers are: free, paid",
        link: 'https://gatewright.dev/docs/checks#unknown-reference',
        at: { file: 'catalog/acme.yaml', line: 2, column: 7, path: '/subscriptions/0/tier' },
      },
    ]);
  });

  test('contains the related positions of a finding, and the name of the document if the line defines several', () => {
    const { at } = finding({ at: { document: "Tier 'paid'", documentName: 'tier/paid' } });
    expect(JSON.parse(report([finding({ at, related: [at] })], options('json')))[0]).toMatchObject({
      at: { file: 'catalog/acme.yaml', line: 2, column: 7, path: '/subscriptions/0/tier', document: 'tier/paid' },
      related: [{ file: 'catalog/acme.yaml', line: 2, column: 7, path: '/subscriptions/0/tier' }],
    });
  });

  test('omits the hint if a finding has none', () => {
    const { hint, ...rest } = finding();
    expect(Object.keys(JSON.parse(report([rest], options('json')))[0])).toEqual([
      'code',
      'severity',
      'message',
      'link',
      'at',
    ]);
  });

  test('is an empty list if there are no findings', () => {
    expect(report([], options('json'))).toBe('[]\n');
  });

  test('hides secrets in messages and hints', () => {
    const text = report([finding({ message: `not ${SECRET}`, hint: `drop ${SECRET}` })], options('json'));
    expect(text).not.toContain(SECRET);
    expect(text).toContain(`not ${'*'.repeat(SECRET.length)}`);
    expect(text).toContain(`drop ${'*'.repeat(SECRET.length)}`);
  });
});

describe('the GitHub format', () => {
  test('prints one workflow command per finding', () => {
    expect(report([finding(), finding({ severity: 'warning' })], options('github'))).toBe(
      ['error', 'warning']
        .map(
          (severity) =>
            `::${severity} file=catalog/acme.yaml,line=2,col=7,endColumn=12,title=unknown-reference::tier 'payed' does not exist%0Adid you mean 'paid'? tiers are: free, paid\n`,
        )
        .join(''),
    );
  });

  test.each([
    ['a line break in a message', { message: 'a\r\n::error ::b', hint: '' }, '::a%0D%0A::error ::b%0A\n'],
    ['a percent sign', { message: '99%0A', hint: 'x' }, '::99%250A%0Ax\n'],
    ['a comma and a colon in a file name', { at: { file: 'a,b:c.yaml' } }, 'file=a%2Cb%3Ac.yaml,line=2'],
    ['a line break in a file name', { at: { file: 'a\nb.yaml' } }, 'file=a%0Ab.yaml,line=2'],
  ])('escapes %s, so that it cannot start a command', (_, change, expected) => {
    const text = report([finding(change)], options('github'));
    expect(text).toContain(expected);
    expect(text.split('\n')).toHaveLength(2);
  });

  test('is empty if there are no findings', () => {
    expect(report([], options('github'))).toBe('');
  });

  test('hides secrets in messages and hints', () => {
    const text = report([finding({ message: `not ${SECRET}`, hint: `drop ${SECRET}` })], options('github'));
    expect(text).not.toContain(SECRET);
    expect(text).toContain(`not ${'*'.repeat(SECRET.length)}`);
    expect(text).toContain(`drop ${'*'.repeat(SECRET.length)}`);
  });
});

/** The requirements of SARIF 2.1.0 for the properties that are written; comments name the sections of the standard. */
const text = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } };
const SARIF = {
  type: 'object',
  required: ['version', 'runs'], // 3.13
  properties: {
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool', 'results'], // 3.14
        additionalProperties: false,
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          originalUriBaseIds: { type: 'object', additionalProperties: { type: 'object' } },
          tool: {
            type: 'object',
            required: ['driver'], // 3.18
            properties: {
              driver: {
                type: 'object',
                required: ['name'], // 3.19
                properties: {
                  name: { type: 'string' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id'],
                      properties: { id: { type: 'string' }, shortDescription: text },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message', 'ruleId', 'ruleIndex', 'locations'], // 3.27
              properties: {
                message: text,
                level: { enum: ['none', 'note', 'warning', 'error'] },
                ruleIndex: { type: 'integer', minimum: 0 },
                locations: {
                  type: 'array',
                  minItems: 1,
                  items: {
                    type: 'object',
                    required: ['physicalLocation'],
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation', 'region'],
                        properties: {
                          artifactLocation: {
                            type: 'object',
                            required: ['uri'],
                            properties: { uri: { type: 'string', pattern: '^[A-Za-z0-9._~%@/-]+$' } },
                          },
                          region: {
                            type: 'object', // 3.30
                            required: ['startLine', 'startColumn', 'endLine', 'endColumn'],
                            additionalProperties: { type: 'integer', minimum: 1 },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
const valid = new Ajv({ strict: false, allErrors: true }).compile(SARIF);

describe('the SARIF format', () => {
  test.each([
    ['no findings', []],
    ['one finding', [finding()]],
    [
      'several findings',
      [finding(), finding({ severity: 'warning', code: 'duplicate-name' }), finding({ at: { path: '' } })],
    ],
  ])('conforms to SARIF 2.1.0 with %s', (_, findings) => {
    valid(JSON.parse(report(findings, options('sarif'))));
    expect(valid.errors).toBeNull();
  });

  test('lists each rule once, and results refer to it', () => {
    const findings = [finding(), finding({ code: 'duplicate-name' }), finding()];
    const [run] = JSON.parse(report(findings, options('sarif'))).runs;
    const ids = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
    expect(ids).toEqual(['duplicate-name', 'unknown-reference']);
    for (const result of run.results) expect(ids[result.ruleIndex]).toBe(result.ruleId);
  });

  test('links from the text of a rule to absolute URLs', () => {
    const codes = ['missing-sunset', 'rename-conflict', 'shards-changed'] as const;
    const findings = codes.map((code) => finding({ code }));
    const [{ tool }] = JSON.parse(report(findings, options('sarif'))).runs;
    const texts: string = tool.driver.rules.map((rule: { help: { markdown: string } }) => rule.help.markdown).join();
    expect(texts.match(/\]\([^)]*\)/g)).toEqual([
      '](https://gatewright.dev/docs/checks#missing-deprecation)',
      '](https://gatewright.dev/docs/changes#renaming-a-partner-or-an-application)',
      '](https://gatewright.dev/docs/adr/0005-state-in-cells)',
    ]);
  });

  test('writes positions with 1-based lines and columns and an exclusive end', () => {
    const [{ results }] = JSON.parse(report([finding()], options('sarif'))).runs;
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'catalog/acme.yaml', uriBaseId: 'WORKINGDIRECTORY' },
      region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 12 },
    });
  });

  test.each([
    ['catalog/a b.yaml', 'catalog/a%20b.yaml'],
    ['catalog/año#1?.yaml', 'catalog/a%C3%B1o%231%3F.yaml'],
    ['c:evil.yaml', 'c%3Aevil.yaml'],
    ['../other/100%.yaml', '../other/100%25.yaml'],
  ])('writes file %s as a relative URI', (file, uri) => {
    const [{ results }] = JSON.parse(report([finding({ at: { file } })], options('sarif'))).runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('hides secrets in messages and hints', () => {
    const text = report([finding({ message: `not ${SECRET}`, hint: `drop ${SECRET}` })], options('sarif'));
    expect(text).not.toContain(SECRET);
    expect(text).toContain(`not ${'*'.repeat(SECRET.length)}`);
    expect(text).toContain(`drop ${'*'.repeat(SECRET.length)}`);
  });
});

test.each(['json', 'github', 'sarif', 'pretty'] as const)('the %s format hides secrets in file names', (format) => {
  const { at } = finding();
  const file = `catalog/${SECRET}.yaml`;
  const text = report([finding({ at: { file }, related: [{ ...at, file }] })], options(format));
  expect(text).not.toContain(SECRET);
});

test('the SARIF format contains the related positions of a finding as related locations', () => {
  const { at } = finding();
  const log = JSON.parse(report([finding({ related: [{ ...at, line: 9 }] })], options('sarif')));
  const [result] = log.runs[0].results;
  expect(result.relatedLocations[0].physicalLocation.region.startLine).toBe(9);
});

test('the GitHub format names the related positions of a finding in its message', () => {
  const { at } = finding();
  expect(report([finding({ related: [at] })], options('github'))).toContain('%0Aalso at catalog/acme.yaml:2:7\n');
});
