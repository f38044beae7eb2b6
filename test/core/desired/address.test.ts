import { address } from '../../../core/desired/address';

describe('address', () => {
  test.each([
    [['sim-swap'], 'sim-swap'],
    [['acme-bank', 'checkout', 'sim-swap'], 'acme-bank_checkout_sim-swap'],
    [['acme-bank', 'checkout', '0a1b'], 'acme-bank_checkout_0a1b'],
  ])('joins %j to %s', (names, joined) => {
    expect(address(...names)).toBe(joined);
  });

  test.each([[['a_b', 'c']], [['a', 'b_c']], [['']], [['a', '']], [['A']], [['1a']], [['a.b']], [['a', 'ü']]])(
    'rejects %j, which is ambiguous or not a valid address',
    (names) => {
      expect(() => address(...names)).toThrow('is not a valid address');
    },
  );
});
