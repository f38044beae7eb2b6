import { AS_OF, type Change, check } from './programme';

/**
 * A change of the valid programme and what is found then: `error code`, one for each mark in the change, in the order of files
 * and lines, and a part of the first finding's message or hint.
 */
export type Row = readonly [
  what: string,
  found: readonly string[],
  says: string,
  changes: readonly Change[],
  asOf?: string,
];

/** Each row is a test: exactly these findings, at exactly the marked places. */
export function findings(rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_, [, expected, says, changes, asOf = AS_OF]) => {
    const { found, marks } = check(changes, asOf);
    expect(found.map(({ severity, code, at }) => `${severity} ${code} ${at.file}:${at.line}:${at.column}`)).toEqual(
      expected.map((code, index) => `${code} ${marks[index]}`),
    );
    expect(marks).toHaveLength(expected.length);
    expect(`${found[0]?.message ?? ''}; ${found[0]?.hint ?? ''}`).toContain(says);
    for (const { message, hint = '' } of found) {
      expect(message).toMatch(/^\S.*[^.\s]$/);
      expect(message).not.toMatch(/undefined|\[object|NaN|null/);
      expect(hint).not.toMatch(/undefined|\[object|NaN|null|\.$/);
    }
  });
}
