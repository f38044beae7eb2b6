import { withSeverity } from '../../../../core/checks/with-severity';
import type { Finding } from '../../../../core/model';
import { loadFiles } from '../../../support/catalog';
import { checkCatalog } from '../../../support/checks';
import { followedText } from '../../../support/follow-hint';
import { AS_OF, type Change, changed, check } from './programme';

/**
 * A change of the valid programme and the expected findings: `error code`, one for each mark in the change, in the order of files
 * and lines, and a part of the first finding's message or hint.
 */
export type Row = readonly [
  title: string,
  found: readonly string[],
  text: string,
  changes: readonly Change[],
  asOf?: string,
];

/** Each row is a test: exactly these findings, at exactly the marked positions. */
export function findings(rows: readonly Row[]): void {
  test.each(rows.map((row) => [`${row[1].length > 0 ? 'reports' : 'accepts'} ${row[0]}`, row] as const))(
    '%s',
    (_, [, expected, text, changes, asOf = AS_OF]) => {
      const { found, marks } = check(changes, asOf);
      expect(found.map(({ severity, code, at }) => `${severity} ${code} ${at.file}:${at.line}:${at.column}`)).toEqual(
        expected.map((code, index) => `${code} ${marks[index]}`),
      );
      expect(marks).toHaveLength(expected.length);
      expect(`${found[0]?.message ?? ''}; ${found[0]?.hint ?? ''}`).toContain(text);
      for (const { message, hint = '' } of found) {
        expect(message).toMatch(/^\S.*[^.\s]$/);
        expect(message).not.toMatch(/undefined|\[object|NaN|null/);
        expect(hint).not.toMatch(/undefined|\[object|NaN|null|\.$/);
      }
      for (const one of found) expectHintToWork(changes, one, found, asOf);
    },
  );
}

/** If a hint suggests a word, writing it removes the finding and causes no other. */
function expectHintToWork(changes: readonly Change[], finding: Finding, found: readonly Finding[], asOf: string): void {
  const { files } = changed(changes);
  const file = finding.at.file.replace(/^catalog\//, '');
  const edited = followedText(files[file] ?? '', finding);
  if (edited === undefined) return;
  const { catalog, findings } = loadFiles({ ...files, [file]: edited });
  const others = new Set(found.filter((one) => one !== finding).map(positionOf));
  // The programme seals a tier with the mistake in it, so the tier has other terms without it.
  others.add('tier-terms-changed catalog/tiers/paid.yaml /sealed');
  others.add('tier-terms-changed catalog/tiers/free.yaml /sealed');
  const after = [...withSeverity(findings), ...checkCatalog(catalog, asOf)]
    .map(positionOf)
    .filter((one) => !others.has(one));
  expect([finding.hint, after]).toEqual([finding.hint, []]);
}

function positionOf({ code, at }: Finding): string {
  return `${code} ${at.file} ${at.path}`;
}
