import { kindSchema } from '../../../../core/model/schemas';
import { compareMoney, readMoney } from '../../../../core/model/units/money';
import { schemaAt } from '../../../../core/model/validation/branch';
import { validatorErrors } from '../../../../core/model/validation/validator';

test.each([
  ['0.012 EUR', 12n, 3, 'EUR'],
  ['490.00 EUR', 49000n, 2, 'EUR'],
  ['0 JPY', 0n, 0, 'JPY'],
  ['0.00000001 USD', 1n, 8, 'USD'],
  ['999999999999999.99999999 EUR', 99999999999999999999999n, 8, 'EUR'],
])('%s is read exactly', (text, digits, decimals, currency) => {
  expect(readMoney(text)).toEqual({ digits, decimals, currency });
});

test.each([
  '',
  '0.012',
  'EUR',
  '0.012EUR',
  '0.012  EUR',
  '0,012 EUR',
  '-1 EUR',
  '.5 EUR',
  '1. EUR',
  '1 eur',
  '1 EURO',
  '1e3 EUR',
])("'%s' is not an amount of money", (text) => {
  expect(() => readMoney(text)).toThrow(`'${text}' is not an amount of money`);
});

test.each([
  ['0.1 EUR', '0.10 EUR', 0],
  ['0.1 EUR', '0.09 EUR', 1],
  ['0.30000000 EUR', '0.3 EUR', 0],
  ['2 EUR', '10 EUR', -1],
  ['0 EUR', '0.00000001 EUR', -1],
  ['900719925474099.2 EUR', '900719925474099.1 EUR', 1],
])('%s compared with %s is %i', (a, b, expected) => {
  expect(compareMoney(readMoney(a), readMoney(b))).toBe(expected);
  expect(compareMoney(readMoney(b), readMoney(a))).toBe(-expected + 0);
});

test('every amount that the schemas accept can be read', () => {
  const programme = { requirements: { a: { fee: '' } } };
  const place = schemaAt(kindSchema('Programme'), programme, ['requirements', 'a', 'fee']);
  if (!place) throw new Error('there is no schema of the fee');
  for (const text of ['0 EUR', '1 EUR', '0.5 EUR', '123456789012345.12345678 EUR', '10.00 XXX', '1 XAU']) {
    const isAccepted = validatorErrors(place, text, 1).length === 0;
    if (isAccepted) expect(() => readMoney(text)).not.toThrow();
  }
  expect(validatorErrors(place, '123456789012345.12345678 EUR', 1)).toEqual([]);
});
