import { Claims } from '../../constructs/claims';

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
