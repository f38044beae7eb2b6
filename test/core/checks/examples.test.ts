import { ALL_CHECKS } from '../../../core/checks';
import { findingsIn } from './example-catalog';

const checks = Object.values(ALL_CHECKS).flatMap((of) => of.map((check) => [check.code, check] as const));

const linesOf = (...example: Parameters<typeof findingsIn>): readonly string[] =>
  findingsIn(...example).map(({ severity, code, at, message }) => `${severity} ${code} ${at.file} ${message}`);

test('the base catalog of the examples has no findings', () => {
  expect(linesOf('')).toEqual([]);
});

describe.each(checks)('%s', (code, { severity, examples }) => {
  test('the example to avoid has exactly this finding', () => {
    expect(linesOf(examples.avoid)).toEqual([expect.stringMatching(`^${severity} ${code} `)]);
  });

  test('the preferred example has no findings', () => {
    expect(linesOf(examples.prefer)).toEqual([]);
  });
});
