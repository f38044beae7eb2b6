import {
  addToDay,
  comparePercents,
  durationMs,
  isInPeriod,
  percentMillionths,
  periodsOverlap,
  sizeBytes,
} from '../../../../core/model';
import { isDate, parseDuration } from '../../../../core/model/units';

test.each([
  ['0 ms', 0],
  ['300 ms', 300],
  ['1 second', 1000],
  ['30 seconds', 30_000],
  ['1 minute', 60_000],
  ['8 hours', 28_800_000],
  ['1 day', 86_400_000],
  ['6 months', 6 * 30 * 86_400_000],
  ['1 years', 365 * 86_400_000],
])('%s is %i milliseconds', (text, expected) => {
  expect(durationMs(text)).toBe(expected);
});

test.each([
  '',
  '5',
  '5ms',
  '5  ms',
  '05 ms',
  '-5 ms',
  '1.5 hours',
  '5 mss',
  '5 weeks',
  '5 MS',
  '1234567890 ms',
  '5 ms ',
])("'%s' is not a length of time", (text) => {
  expect(() => durationMs(text)).toThrow(RangeError);
});

test('a length of time keeps its calendar unit', () => {
  expect(parseDuration('6 months')).toEqual({ amount: 6, unit: 'month' });
});

test.each([
  ['1 KiB', 1024],
  ['1 MiB', 1_048_576],
  ['999999 MiB', 999_999 * 1_048_576],
])('%s is %i bytes', (text, expected) => {
  expect(sizeBytes(text)).toBe(expected);
});

test.each(['', '0 KiB', '1 GiB', '1KiB', '1 kib', '1.5 MiB'])("'%s' is not a size", (text) => {
  expect(() => sizeBytes(text)).toThrow(RangeError);
});

test.each([
  ['0%', 0],
  ['0.1%', 100_000],
  ['99.9%', 99_900_000],
  ['99.999999%', 99_999_999],
  ['100.0%', 100_000_000],
])('%s is %i millionths of a percent', (text, expected) => {
  expect(percentMillionths(text)).toBe(expected);
});

test.each(['', '5', '5 %', '.5%', '1.0000001%', '-1%'])("'%s' is not a percentage", (text) => {
  expect(() => percentMillionths(text)).toThrow(RangeError);
});

test.each([
  ['99.9%', '99.90%', 0],
  ['99.95%', '99.9%', 1],
  ['9.9%', '10%', -1],
  // As floating-point numbers of a fraction, these are equal or in the wrong order.
  ['99.999999%', '100%', -1],
  ['0.000001%', '0%', 1],
])('%s compared with %s is %i', (a, b, expected) => {
  expect(Math.sign(comparePercents(a, b))).toBe(expected);
});

test.each([
  ['2026-01-31', '1 month', '2026-02-28'],
  ['2028-01-31', '1 month', '2028-02-29'],
  ['2026-06-15', '6 months', '2026-12-15'],
  ['2028-02-29', '1 year', '2029-02-28'],
  ['2026-12-31', '1 day', '2027-01-01'],
  ['2026-12-31', '25 hours', '2027-01-02'],
  ['2026-12-31', '1 ms', '2027-01-01'],
  ['2026-12-31', '0 days', '2026-12-31'],
  ['2026-12-31', '999999999 years', '9999-12-31'],
  ['2026-12-31', '999999999 months', '9999-12-31'],
  ['9999-12-31', '1 day', '9999-12-31'],
])('%s and %s make %s', (day, duration, expected) => {
  expect(addToDay(day, duration)).toBe(expected);
});

test.each([
  ['2026-10-01', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-10-01T00:00:00Z', false],
  ['banana', false],
  ['', false],
])("whether '%s' is a day: %p", (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

test('a span holds from its first day up to the day before its end', () => {
  expect(
    ['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map((day) => isInPeriod(day, '2026-10-01', '2027-01-01')),
  ).toEqual([false, true, true, false]);
  expect(isInPeriod('2026-10-01', undefined, undefined)).toBe(true);
});

test.each([
  [{}, {}, true],
  [{ end: '2026-02-01' }, { start: '2026-02-01' }, false],
  [{ end: '2026-02-02' }, { start: '2026-02-01' }, true],
  [{ start: '2026-01-01', end: '2026-03-01' }, { start: '2026-02-01', end: '2026-02-02' }, true],
  [{ start: '2026-01-01', end: '2026-03-01' }, { start: '2026-03-01' }, false],
  [{ start: '2026-03-01', end: '2026-01-01' }, {}, false],
])('%j and %j overlap: %s', (a, b, expected) => {
  expect(periodsOverlap(a, b)).toBe(expected);
  expect(periodsOverlap(b, a)).toBe(expected);
});
