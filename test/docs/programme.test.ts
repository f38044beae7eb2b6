import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compareMoney, readMoney } from '../../core/model/units/money';
import { ROOT } from '../cli/workspace';
import { describeSample } from '../support/repository';

const page = readFileSync(path.join(ROOT, 'docs/programme.md'), 'utf8');

const money = (text: string) => readMoney(text.replaceAll(',', ''));

describeSample('docs/programme.md', () => {
  const quotes = [...page.matchAll(/^```yaml\n# (catalog\/\S+)\n([\s\S]*?)^```$/gm)];

  test('quotes files in every block', () => {
    expect(quotes.length).toBeGreaterThan(5);
    expect(quotes).toHaveLength([...page.matchAll(/^```yaml$/gm)].length);
  });

  test.each(quotes.map(([, file = '', text = '']) => [file, text] as const))('quotes %s exactly', (file, text) => {
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain(text);
  });

  describe('has a statement', () => {
    const rows = [...page.matchAll(/^\| (.+?) \| (.*?) ?\| ([0-9,.]+ EUR) \|$/gm)].map(
      ([, item = '', calculation = '', amount = '']) => ({ item, calculation, amount: money(amount) }),
    );

    test('of three charged lines, their sum and the margin', () => {
      expect(rows).toHaveLength(5);
    });

    test('whose lines are calls times a price of the quoted tier', () => {
      const quoted = quotes.map(([text]) => text).join('');
      for (const { calculation, amount } of rows.slice(0, 3)) {
        const [, calls = '', price = ''] = /^([0-9,]+) × ([0-9.]+ EUR)$/.exec(calculation) ?? [];
        expect(quoted).toContain(price);
        const { digits, ...rest } = money(price);
        expect(compareMoney({ ...rest, digits: digits * BigInt(calls.replaceAll(',', '')) }, amount)).toBe(0);
      }
    });

    test('whose total is their sum, and whose margin is a share of it', () => {
      const [first, second, third, total, margin] = rows.map(({ amount }) => amount.digits);
      expect((first ?? 0n) + (second ?? 0n) + (third ?? 0n)).toBe(total);
      expect((total ?? 0n) * 15n).toBe((margin ?? 0n) * 100n);
    });
  });
});
