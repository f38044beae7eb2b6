import { isCurrency } from '../../../../core/model/validation/currency';

test.each(['EUR', 'USD', 'GBP', 'JPY', 'KWD', 'INR', 'BRL', 'CHF', 'ZAR'])('%s is a currency', (code) => {
  expect(isCurrency(code)).toBe(true);
});

test.each(['', 'eur', 'Eur', 'EURO', 'EU', '€', 'XXZ', 'AAA', ' EUR', 'constructor'])(
  "'%s' is not a currency",
  (code) => {
    expect(isCurrency(code)).toBe(false);
  },
);
