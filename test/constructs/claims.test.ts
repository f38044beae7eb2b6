import { Claims } from '../../constructs/claims';

describe('Claims', () => {
  test('reject a duplicate address, and name both constructs', () => {
    const claims = new Claims('sandbox_global');
    claims.claim('kong-gateway_service', 'a', 'sandbox_global/first');
    claims.claim('kong-gateway_route', 'a', 'sandbox_global/first');
    expect(() => claims.claim('kong-gateway_service', 'a', 'sandbox_global/second')).toThrow(
      "'kong-gateway_service.a' is defined twice in stack 'sandbox_global': by 'sandbox_global/first' and by 'sandbox_global/second'",
    );
    expect(claims.size).toBe(2);
  });
});
