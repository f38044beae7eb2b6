import { address, Claims } from '../../constructs/address';

describe('address', () => {
  test.each([
    [['sim-swap'], 'sim-swap'],
    [['acme-bank', 'checkout', 'sim-swap'], 'acme-bank_checkout_sim-swap'],
    [['acme-bank', 'checkout', '0a1b'], 'acme-bank_checkout_0a1b'],
  ])('joins %j to %s', (names, joined) => {
    expect(address(...names)).toBe(joined);
  });

  test.each([[['a_b', 'c']], [['a', 'b_c']], [['']], [['a', '']], [['A']], [['1a']], [['a.b']], [['a', 'ü']]])(
    'refuses %j, which would not tell its parts apart or is no address',
    (names) => {
      expect(() => address(...names)).toThrow('cannot be an address');
    },
  );
});

describe('Claims', () => {
  test('name both who took an address and who asks for it again', () => {
    const claims = new Claims('sandbox_global');
    claims.take('kong-gateway_service', 'a', 'sandbox_global/first');
    claims.take('kong-gateway_route', 'a', 'sandbox_global/first');
    expect(() => claims.take('kong-gateway_service', 'a', 'sandbox_global/second')).toThrow(
      "'kong-gateway_service.a' is made twice in stack 'sandbox_global': by 'sandbox_global/first' and by 'sandbox_global/second'",
    );
    expect(claims.size).toBe(2);
  });
});
