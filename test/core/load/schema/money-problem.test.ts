import { moneyProblem } from '../../../../core/load/schema/money-problem';
import { loadFiles } from '../../../support/catalog';

/** Whether a text has the form of the schemas, in one of two currencies. */
const fits = (value: unknown) => /^(0|[1-9][0-9]{0,14})(\.[0-9]{1,8})? (EUR|USD|GBP)$/.test(String(value));
const NUMBER = 'its number must have a decimal point and no other separators';
const FORM = 'its form is a number, a space and the code of a currency (ISO 4217)';

test.each([
  ['0.012', 'its currency is missing', "write '0.012 EUR'"],
  ['1000', 'its currency is missing', "write '1000 EUR'"],
  ['0,012', 'its currency is missing', "write '0.012 EUR'"],
  ['EUR 0.012', FORM, "write '0.012 EUR'"],
  ['usd 0.012', FORM, "write '0.012 USD'"],
  ['0.012EUR', FORM, "write '0.012 EUR'"],
  ['0.012 eur', FORM, "write '0.012 EUR'"],
  [' 0.012 EUR', FORM, "write '0.012 EUR'"],
  ['€0.012', FORM, "write '0.012 EUR'"],
  ['£ 12', FORM, "write '12 GBP'"],
  ['12 €', FORM, "write '12 EUR'"],
  ['0,012 EUR', NUMBER, "write '0.012 EUR'"],
  ['1,50 EUR', NUMBER, "write '1.50 EUR'"],
  ['1,000.00 EUR', NUMBER, "write '1000.00 EUR'"],
  ['1,000,000 EUR', NUMBER, "write '1000000 EUR'"],
  ['1.000,00 EUR', NUMBER, "write '1000.00 EUR'"],
  ['1.000.000 EUR', 'its number must start with a digit that is needed and end with a digit', "write '1000000 EUR'"],
  ["1'000.00 EUR", NUMBER, "write '1000.00 EUR'"],
  ['1 000.00 EUR', NUMBER, "write '1000.00 EUR'"],
  ['1_000.00 EUR', NUMBER, "write '1000.00 EUR'"],
  ['1,500 EUR', 'its comma may be a decimal comma or separate thousands', "write '1500 EUR' or '1.500 EUR'"],
  ['0.000000012 EUR', 'it has 9 decimals; at most 8 are allowed', 'round it to 8 decimals'],
  ['0,000000012 EUR', 'it has 9 decimals; at most 8 are allowed', 'round it to 8 decimals'],
  ['-1 EUR', 'it is negative', 'remove the minus sign; items that reduce a price have a type of their own'],
  ['1 XXZ', "'XXZ' is not the code of a currency (ISO 4217)", "write a code such as 'EUR'"],
  ['1234567890123456 EUR', 'it has more than 15 digits before the decimal point', 'write a smaller amount'],
])("'%s': %s", (text, message, hint) => {
  expect(moneyProblem(text, 'EUR', fits)).toEqual({ message, hint });
});

test.each(['', 'free', 'EUR', 'EUR EUR', '1.2e-2 EUR', '12 cents', '$5', '1 EUR per call', '1.2.3 EUR', '0x10 EUR'])(
  "'%s' is described by the form of an amount only",
  (text) => {
    expect(moneyProblem(text, 'EUR', fits)).toBeUndefined();
  },
);

test('is fast for a long text', () => {
  const started = performance.now();
  for (const text of ['1,000'.repeat(20_000), '1 '.repeat(50_000), `${'0'.repeat(100_000)},`])
    moneyProblem(text, 'EUR', fits);
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each([
  ['0.015', "'flat' is the number 0.015; it must be a string with an amount and its currency | write '0.015 USD'"],
  ["'0.015'", "'flat' is '0.015'; its currency is missing | write '0.015 USD'"],
  [
    "{ amount: '0.015', currency: EUR }",
    "'flat' is a map; it must be a string with an amount and its currency | write '0.015 EUR'",
  ],
])('the currency of the Programme is suggested for an amount without currency: %s', (flat, expected) => {
  const { findings } = loadFiles({
    'programme.yaml':
      'kind: Programme\nname: a\ntitle: A\nformat: 1\noperator: { name: A, country: US }\npurpose: P\ncontacts: [{ role: business, email: partners@a.example }]\ncurrency: USD\nlanguages: [en]\n',
    'tier.yaml': `kind: Tier\nname: t\ntitle: T\nstatus: draft\nversion: 1.0.0\nprice: { items: { calls: { type: calls, flat: ${flat} } } }\n`,
  });
  expect(findings.map(({ message, hint }) => `${message} | ${hint}`)).toEqual([expected]);
});
