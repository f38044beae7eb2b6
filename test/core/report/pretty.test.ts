import { report } from '../../../core/report';
import { finding, options, SECRET, TEXTS } from './finding';

const ESCAPE = '\u001b';

/** The pretty report of one finding in a file of one given text. */
function shown(text: string, at: Parameters<typeof finding>[0], changes = {}): string[] {
  const texts = new Map([['catalog/acme.yaml', text]]);
  return report([finding(at)], options('pretty', { texts, ...changes })).split('\n');
}

describe('the pretty report', () => {
  test('shows the line with a marker under the place, the hint beside it, and counts', () => {
    expect(report([finding()], options('pretty'))).toBe(
      [
        "catalog/acme.yaml:2:7 error unknown-reference  tier 'payed' does not exist",
        '     2 │ tier: payed # soon',
        "       │       ^^^^^ did you mean 'paid'? tiers are: free, paid",
        '',
        '1 error in 1 file',
        '',
      ].join('\n'),
    );
  });

  test('lists a few other places of a finding, and says how many more there are', () => {
    const { at } = finding();
    const related = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...at, file: `catalog/${name}.yaml` }));
    expect(report([finding({ related })], options('pretty')).split('\n')[3]).toBe(
      '       also at catalog/a.yaml:2:7, catalog/b.yaml:2:7, catalog/c.yaml:2:7 and 2 more',
    );
  });

  test('names the document where one line of TypeScript makes many', () => {
    expect(report([finding({ at: { document: "Application 'web'" } })], options('pretty'))).toContain(
      " unknown-reference  Application 'web', /subscriptions/0/tier: tier 'payed' does not exist\n",
    );
  });

  test('counts errors, warnings and files', () => {
    const findings = [
      finding(),
      finding({ severity: 'warning' }),
      finding({ severity: 'warning', at: { file: 'catalog/other.yaml' } }),
    ];
    expect(report(findings, options('pretty'))).toContain('\n1 error and 2 warnings in 2 files\n');
  });

  test('is empty when nothing was found', () => {
    expect(report([], options('pretty'))).toBe('');
  });

  test('shows the hint alone where the text of the file is not known', () => {
    const text = report([finding({ at: { file: 'catalog/gone.yaml' } })], options('pretty'));
    expect(text).toContain("does not exist\n      did you mean 'paid'?");
    expect(text).not.toContain('│');
  });

  test('shows no line where the file has none there', () => {
    expect(report([finding({ at: { line: 99 } })], options('pretty'))).not.toContain('│');
  });

  test('writes colours only when asked', () => {
    expect(report([finding()], options('pretty'))).not.toContain(ESCAPE);
    expect(report([finding()], options('pretty', { color: true }))).toContain(`${ESCAPE}[31m^^^^^${ESCAPE}[39m`);
  });

  test('cuts a long line around the place and keeps the marker under it', () => {
    const line = `${'a'.repeat(500_000)}TARGET${'b'.repeat(500_000)}`;
    const lines = shown(line, { hint: undefined, at: { line: 1, column: 500_001, length: 6 } } as never);
    const source = lines[1] ?? '';
    expect(source.length).toBeLessThan(130);
    expect(lines[2]?.indexOf('^^^^^^')).toBe(source.indexOf('TARGET'));
    expect(source).toMatch(/^ {5}1 │ …a+TARGETb+…$/);
  });

  test('ends the marker at the end of the line', () => {
    expect(shown('ab: cd', { at: { line: 1, column: 5, length: 400 } })[2]).toBe(
      "       │     ^^ did you mean 'paid'? tiers are: free, paid",
    );
  });

  test('marks one column where the place is behind the end of the line', () => {
    expect(shown('ab:', { at: { line: 1, column: 4, length: 1 } })[2]).toMatch(/^ {7}│ {4}\^ did/);
  });

  test('counts wide characters as two columns and combining ones as none', () => {
    const lines = shown('日本e\u0301: x', { at: { line: 1, column: 7, length: 1 } });
    expect(lines[2]).toMatch(/^ {7}│ {8}\^ did/);
  });

  test('keeps the marker in its column behind a tab', () => {
    expect(shown('\tname: x', { at: { line: 1, column: 8, length: 1 } })[2]?.indexOf('^')).toBe(9 + 7);
  });

  test.each([
    ['an escape sequence', `${ESCAPE}[2Jx`, '�[2Jx'],
    ['a bell', 'a\u0007b', 'a�b'],
    ['a carriage return', 'a\rb', 'a�b'],
    ['a bidirectional override', 'a\u202eb', 'a�b'],
    ['a C1 control', 'a\u009bb', 'a�b'],
  ])('shows %s of a hostile file as a mark', (_, hostile, harmless) => {
    const at = { line: 1, column: 1, length: 1 };
    expect(shown(hostile, { at })[1]).toBe(`     1 │ ${harmless}`);
    expect(shown('x', { message: hostile, at })[0]).toContain(harmless);
    expect(shown('x', { hint: hostile, at })[2]).toContain(harmless);
  });

  test('takes secrets out of the line, the message and the hint', () => {
    const text = shown('  password: hunter2', {
      message: `value '${SECRET}' is no vault reference`,
      hint: `replace ${SECRET}`,
      at: { line: 1, column: 13 },
    }).join('\n');
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain(SECRET);
    expect(text).toContain('  password: *******');
    expect(text).toContain(`replace ${'*'.repeat(SECRET.length)}`);
  });

  test('hides a secret that spans lines, and keeps the marker in its column', () => {
    const edge = (word: string) => `-----${word} PRIVATE KEY-----`;
    const file = `a: ${edge('BEGIN')}\nTUlJQmFkZmFrZQ==\n${edge('END')}, b: x`;
    const lines = shown(file, { at: { line: 3, column: 28, length: 1 } });
    const hidden = edge('END').replaceAll(/\S/g, '*');
    expect(lines.slice(1, 3)).toEqual([`     3 │ ${hidden}, b: x`, expect.stringMatching(/^ {7}│ {28}\^ did/)]);
  });

  test('keeps the order of the findings', () => {
    const text = report([finding({ code: 'unknown-scope' }), finding({ code: 'duplicate-name' })], options('pretty'));
    expect(text.indexOf('unknown-scope')).toBeLessThan(text.indexOf('duplicate-name'));
  });

  test('reads lines with Windows line breaks', () => {
    const texts = new Map([['catalog/acme.yaml', [...TEXTS.values()].join('').replaceAll('\n', '\r\n')]]);
    expect(report([finding()], options('pretty', { texts }))).toContain('     2 │ tier: payed # soon\n');
  });
});
