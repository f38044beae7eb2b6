import { shareOf, unfairReason } from '../../../trial/e2e/load/fairness';

const LIMIT = 40;
/** Starts and ends in the middle of a second: 30 full seconds, and two partial ones. */
const FROM = 1_700_000_000_500;
const TO = FROM + 31_000;

/** `perSecond` calls in each of a number of seconds, soon after the start of each. */
function passes(firstSecond: number, seconds: number, perSecond: number): readonly number[] {
  return Array.from({ length: seconds * perSecond }, (_, index) => {
    const within = index % perSecond;
    return (firstSecond + Math.floor(index / perSecond)) * 1000 + 3 * within + 5;
  });
}

const START = Math.floor(FROM / 1000);
const first = Array.from({ length: LIMIT }, (_, index) => FROM + 2 * index);
const last = passes(START + 31, 1, LIMIT);
const share = (passedAt: readonly number[]) => shareOf({ from: FROM, to: TO, passedAt }, LIMIT);

test('a limit of 40 for 30 s allows 1200 calls in the full seconds, requires 1188, and allows at most 1280 in all', () => {
  const found = share([...first, ...passes(START + 1, 30, LIMIT), ...last]);
  expect(found).toEqual({
    fullSeconds: 30,
    passedInFull: 1200,
    allowedInFull: 1200,
    minimum: 1188,
    allSeconds: 32,
    passed: 1280,
    maximum: 1280,
  });
  expect(unfairReason(found)).toBeUndefined();
});

test('99 % is fair, one call less is not, and calls in the partial seconds do not compensate', () => {
  const whole = passes(START + 1, 30, LIMIT);
  expect(unfairReason(share([...first, ...whole.slice(12), ...last]))).toBeUndefined();
  expect(unfairReason(share([...first, ...whole.slice(13), ...last]))).toBe(
    '1187 calls passed in 30 full seconds, fewer than 1188',
  );
});

test('one call above the maximum is unfair', () => {
  const found = share([...first, ...passes(START + 1, 30, LIMIT), ...last, TO - 1]);
  expect(unfairReason(found)).toBe('1281 calls passed in 32 seconds, more than 1280');
});

test('a measurement without a full second is unfair', () => {
  const found = shareOf({ from: FROM, to: FROM + 900, passedAt: [FROM + 1] }, LIMIT);
  expect([found.fullSeconds, unfairReason(found)]).toEqual([0, 'the measurement contains no full second']);
});

test('a measurement that starts and ends on a second has no partial seconds', () => {
  const from = START * 1000;
  const { fullSeconds, minimum } = shareOf({ from, to: from + 30_000, passedAt: [] }, LIMIT);
  expect([fullSeconds, minimum]).toEqual([30, 1188]);
});
