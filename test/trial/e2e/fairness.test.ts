import { shareOf, unfairReason } from '../../../trial/e2e/load/fairness';

const LIMIT = 40;
/** Half past a second, and half past one 31 s later: 30 whole seconds, and two that are broken. */
const FROM = 1_700_000_000_500;
const TO = FROM + 31_000;

/** `perSecond` calls in each of a number of seconds, from one on, all of them soon after its beginning. */
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

test('30 s of 40 calls: 1200 are allowed in the whole seconds, 1188 have to be had, and 1280 are the most', () => {
  const found = share([...first, ...passes(START + 1, 30, LIMIT), ...last]);
  expect(found).toEqual({
    whole: 30,
    passedInWhole: 1200,
    allowedInWhole: 1200,
    least: 1188,
    touched: 32,
    passed: 1280,
    most: 1280,
  });
  expect(unfairReason(found)).toBeUndefined();
});

test('99 % is enough, one call less is not, and calls of the broken seconds do not make up for it', () => {
  const whole = passes(START + 1, 30, LIMIT);
  expect(unfairReason(share([...first, ...whole.slice(12), ...last]))).toBeUndefined();
  expect(unfairReason(share([...first, ...whole.slice(13), ...last]))).toBe(
    '1187 calls passed in 30 whole seconds, fewer than 1188',
  );
});

test('one call too many is seen', () => {
  const found = share([...first, ...passes(START + 1, 30, LIMIT), ...last, TO - 1]);
  expect(unfairReason(found)).toBe('1281 calls passed where 1280 are allowed in 32 seconds');
});

test('a second that was not called from its beginning to its end proves nothing', () => {
  const found = shareOf({ from: FROM, to: FROM + 900, passedAt: [FROM + 1] }, LIMIT);
  expect([found.whole, unfairReason(found)]).toEqual([0, 'no second was called from its beginning to its end']);
});

test('from the beginning of a second to the beginning of another, nothing is left out', () => {
  const from = START * 1000;
  const { whole, least } = shareOf({ from, to: from + 30_000, passedAt: [] }, LIMIT);
  expect([whole, least]).toEqual([30, 1188]);
});
