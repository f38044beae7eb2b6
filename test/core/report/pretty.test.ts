import { report } from '../../../core/report';
import { finding, options, SECRET, TEXTS } from './finding';

const ESCAPE = '\u001b';

/** The lines of the pretty format for a finding in a file with a given text. */
function printed(text: string, at: Parameters<typeof finding>[0], changes = {}): string[] {
  const texts = new Map([['catalog/acme.yaml', text]]);
  return report([finding(at)], options('pretty', { texts, ...changes })).split('\n');
}

describe('the pretty format', () => {
  test('prints the source line with a marker, the hint next to it, and a summary', () => {
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

  test('lists a few related positions of a finding, and counts the rest', () => {
    const { at } = finding();
    const related = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...at, file: `catalog/${name}.yaml` }));
    expect(report([finding({ related })], options('pretty')).split('\n')[3]).toBe(
      '       also at catalog/a.yaml:2:7, catalog/b.yaml:2:7, catalog/c.yaml:2:7 and 2 more',
    );
  });

  test('names the document if a line of TypeScript defines several', () => {
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

  test('is empty if there are no findings', () => {
    expect(report([], options('pretty'))).toBe('');
  });

  test('prints the hint without an excerpt if the text of the file is unknown', () => {
    const text = report([finding({ at: { file: 'catalog/gone.yaml' } })], options('pretty'));
    expect(text).toContain("does not exist\n      did you mean 'paid'?");
    expect(text).not.toContain('│');
  });

  test('prints no excerpt if the file does not have the line', () => {
    expect(report([finding({ at: { line: 99 } })], options('pretty'))).not.toContain('│');
  });

  test('prints colours only if they are enabled', () => {
    expect(report([finding()], options('pretty'))).not.toContain(ESCAPE);
    expect(report([finding()], options('pretty', { color: true }))).toContain(`${ESCAPE}[31m^^^^^${ESCAPE}[39m`);
  });

  test('cuts a long line around the position and aligns the marker', () => {
    const line = `${'a'.repeat(500_000)}TARGET${'b'.repeat(500_000)}`;
    const lines = printed(line, { hint: undefined, at: { line: 1, column: 500_001, length: 6 } } as never);
    const source = lines[1] ?? '';
    expect(source.length).toBeLessThan(130);
    expect(lines[2]?.indexOf('^^^^^^')).toBe(source.indexOf('TARGET'));
    expect(source).toMatch(/^ {5}1 │ …a+TARGETb+…$/);
  });

  test('ends the marker at the end of the line', () => {
    expect(printed('ab: cd', { at: { line: 1, column: 5, length: 400 } })[2]).toBe(
      "       │     ^^ did you mean 'paid'? tiers are: free, paid",
    );
  });

  test('marks one column if the position is after the end of the line', () => {
    expect(printed('ab:', { at: { line: 1, column: 4, length: 1 } })[2]).toMatch(/^ {7}│ {4}\^ did/);
  });

  test('counts wide characters as two columns and combining characters as none', () => {
    const lines = printed('日本e\u0301: x', { at: { line: 1, column: 7, length: 1 } });
    expect(lines[2]).toMatch(/^ {7}│ {8}\^ did/);
  });

  test('aligns the marker after a tab', () => {
    expect(printed('\tname: x', { at: { line: 1, column: 8, length: 1 } })[2]?.indexOf('^')).toBe(9 + 7);
  });

  test.each([
    ['an escape sequence', `${ESCAPE}[2Jx`, '�[2Jx'],
    ['a bell', 'a\u0007b', 'a�b'],
    ['a carriage return', 'a\rb', 'a�b'],
    ['a bidirectional override', 'a\u202eb', 'a�b'],
    ['a C1 control', 'a\u009bb', 'a�b'],
  ])('replaces %s of a hostile file with a visible character', (_, hostile, harmless) => {
    const at = { line: 1, column: 1, length: 1 };
    expect(printed(hostile, { at })[1]).toBe(`     1 │ ${harmless}`);
    expect(printed('x', { message: hostile, at })[0]).toContain(harmless);
    expect(printed('x', { hint: hostile, at })[2]).toContain(harmless);
  });

  test('hides secrets in the source line, the message and the hint', () => {
    const text = printed('  password: hunter2', {
      message: `value '${SECRET}' is not a vault reference`,
      hint: `replace ${SECRET}`,
      at: { line: 1, column: 13 },
    }).join('\n');
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain(SECRET);
    expect(text).toContain('  password: *******');
    expect(text).toContain(`replace ${'*'.repeat(SECRET.length)}`);
  });

  test('hides a secret that spans lines, and aligns the marker', () => {
    const edge = (word: string) => `-----${word} PRIVATE KEY-----`;
    const file = `a: ${edge('BEGIN')}\nTUlJQmFkZmFrZQ==\n${edge('END')}, b: x`;
    const lines = printed(file, { at: { line: 3, column: 28, length: 1 } });
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
