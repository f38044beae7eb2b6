import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  callPrice,
  type ItemOf,
  type NamedItem,
  type Price,
  type PriceItem,
  percentMillionths,
} from '../../core/model';
import { readMoney } from '../../core/model/units/money';
import { ROOT } from '../cli/workspace';
import { type Change, check } from '../core/checks/catalog/programme';

/** Exact amounts: EUR in units of 10^-12. */
const SCALE = 12;

const eur = (text: string): bigint => {
  const { digits, decimals, currency } = readMoney(text.replaceAll(',', ''));
  expect(currency).toBe('EUR');
  return digits * 10n ** BigInt(SCALE - decimals);
};

/** A whole number, exactly divided. */
function divided(value: bigint, by: bigint): bigint {
  expect(value % by).toBe(0n);
  return value / by;
}

const percentOf = (percent: string, amount: bigint): bigint =>
  divided(amount * BigInt(percentMillionths(percent)), 100_000_000n);

interface Row {
  readonly situation: string;
  readonly calculation: string;
  readonly cost: string;
}

interface WorkedExample {
  readonly title: string;
  readonly yaml: string;
  readonly rows: readonly Row[];
}

/** Each YAML block of the page, with the table that follows it. */
function workedExamples(): readonly WorkedExample[] {
  const page = readFileSync(path.join(ROOT, 'docs/prices.md'), 'utf8');
  const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```\n\n((?:\|.*\n)+)/gm)];
  expect(blocks).toHaveLength([...page.matchAll(/^```yaml$/gm)].length);
  return blocks.map(({ 1: yaml = '', 2: table = '', index }) => ({
    title:
      page
        .slice(0, index)
        .match(/^## .+$/gm)
        ?.at(-1)
        ?.slice(3) ?? '',
    yaml,
    rows: table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => {
        const [, situation = '', calculation = '', cost = ''] = line.split('|').map((cell) => cell.trim());
        return { situation, calculation, cost };
      }),
  }));
}

/** The value of an expression of amounts, numbers and percentages with +, −, × and ÷; the latter two bind more tightly. */
function evaluate(expression: string): bigint {
  const sum = expression.split(/ ([+−]) /);
  return sum.reduce((total, part, index) => {
    if (index % 2 === 1) return total;
    const value = product(part);
    return sum[index - 1] === '−' ? total - value : total + value;
  }, 0n);
}

function product(text: string): bigint {
  const factors = text.split(/ ([×÷]) /);
  const one = 10n ** BigInt(SCALE);
  return factors.reduce((total, factor, index) => {
    if (index % 2 === 1) return total;
    if (factor.endsWith('%')) return percentOf(factor, total);
    const value = factor.endsWith(' EUR') ? eur(factor) : BigInt(factor.replaceAll(',', '')) * one;
    return factors[index - 1] === '÷' ? divided(total * one, value) : divided(total * value, one);
  }, one);
}

/** Every equation of a calculation, such as '2 × 1.50 EUR = 3.00 EUR'. */
function equations(calculation: string): readonly (readonly [expression: string, amount: string])[] {
  return calculation.split('; ').map((equation) => {
    const [expression = '', amount = ''] = equation.replace(/ left$/, '').split(' = ');
    return [expression, amount];
  });
}

function itemsOf(price: Price): readonly NamedItem[] {
  return Object.entries(price.items).map(([name, value]) => ({ name, value }));
}

function only<Type extends PriceItem['type']>(price: Price, type: Type): ItemOf<Type> | undefined {
  return Object.values(price.items).find((item): item is ItemOf<Type> => item.type === type);
}

/** What calls cost by one item. */
function callCost(item: ItemOf<'calls'>, calls: bigint): bigint {
  const included = BigInt(item.included ?? 0);
  const charged = calls > included ? calls - included : 0n;
  if (item.flat) return charged * eur(item.flat);
  if (item.package) {
    const size = BigInt(item.package.calls);
    return ((charged + size - 1n) / size) * eur(item.package.price);
  }
  if (item.volume) {
    const step = item.volume.find(({ upTo }) => upTo === undefined || calls <= BigInt(upTo));
    return charged * eur(step?.price ?? '');
  }
  let from = 0n;
  let cost = 0n;
  for (const { upTo, price } of item.graduated ?? []) {
    const end = upTo === undefined || BigInt(upTo) > calls ? calls : BigInt(upTo);
    const first = from > included ? from : included;
    if (end > first) cost += (end - first) * eur(price);
    from = end;
  }
  return cost;
}

/** What a month costs, computed from the YAML alone. */
function monthlyCost({ quota, price }: { quota?: { month: number }; price: Price }, situation: string): bigint {
  const days = /^(\d+) of (\d+) days$/.exec(situation);
  if (days) {
    const item = only(price, 'subscription');
    const amount = eur(item?.amount ?? '');
    return item?.proRata === 'none' ? amount : divided(amount * BigInt(days[1] ?? ''), BigInt(days[2] ?? ''));
  }
  const sales = /^sales of (.+ EUR)$/.exec(situation);
  if (sales) return percentOf(only(price, 'share')?.percent ?? '', eur(sales[1] ?? ''));
  const fees = /^(\d+) certifications$/.exec(situation);
  if (fees) return BigInt(fees[1] ?? '') * eur(only(price, 'fee')?.amount ?? '');
  const [, number, api = 'any', operation] = /^([\d,]+) calls?(?: of ([a-z-]+)\/(\w+))?$/.exec(situation) ?? [];
  const calls = BigInt(number?.replaceAll(',', '') ?? '');
  const within = price.overage === 'bill' && quota && calls > BigInt(quota.month) ? BigInt(quota.month) : calls;
  const item = callPrice(itemsOf(price), api, operation)?.value;
  if (item?.type !== 'calls') throw new Error(`no item prices ${situation}`);
  let cost = callCost(item, within) + (calls - within) * eur(only(price, 'overage')?.flat ?? '0 EUR');
  const minimum = only(price, 'minimum');
  if (minimum && cost < eur(minimum.amount)) cost = eur(minimum.amount);
  const discount = only(price, 'discount');
  if (discount?.percent !== undefined) cost -= percentOf(discount.percent, cost);
  const credit = only(price, 'credit');
  if (credit) cost = cost > eur(credit.amount) ? cost - eur(credit.amount) : 0n;
  return cost;
}

const EXAMPLES = workedExamples();

test('the page has an example of each type of item', () => {
  const types = EXAMPLES.flatMap(({ yaml }) => Object.values((parse(yaml) as { price: Price }).price.items));
  expect([...new Set(types.map(({ type }) => type))].sort()).toEqual(
    ['calls', 'credit', 'discount', 'fee', 'minimum', 'overage', 'share', 'subscription'].sort(),
  );
});

describe.each(EXAMPLES.map((example) => [example.title, example] as const))(
  'the example of "%s"',
  (_, { yaml, rows }) => {
    test('is the price of a tier without findings', () => {
      const changes: Change[] = [['tiers/paid.yaml', 'sla: {', `${yaml}sla: {`]];
      if (yaml.startsWith('quota:'))
        changes.push(['tiers/paid.yaml', 'quota: { month: 1000000 }\noverrides', 'overrides']);
      expect(check(changes).found).toEqual([]);
    });

    test.each(rows)('costs what the YAML says for $situation', ({ situation, cost }) => {
      expect(monthlyCost(parse(yaml), situation)).toBe(eur(cost));
    });

    test.each(rows)('shows a calculation that is right for $situation', ({ calculation, cost }) => {
      const shown = equations(calculation);
      for (const [expression, amount] of shown)
        expect([expression, evaluate(expression)]).toEqual([expression, eur(amount)]);
      if (!calculation.endsWith(' left')) expect(shown.at(-1)?.[1]).toBe(cost);
    });
  },
);
