import { didYouMean, listOf, nearest } from '../../../../core/model';

describe('the nearest name', () => {
  test.each([
    ['payed', ['enterprise', 'free', 'paid'], 'paid'],
    ['Paid', ['enterprise', 'free', 'paid'], 'paid'],
    ['acme-bnak', ['acme-bank', 'acme-shop'], 'acme-bank'],
    ['titel', ['title', 'tiers'], 'title'],
    ['prod', ['sandbox', 'staging', 'production'], 'production'],
    ['swap', ['sim-swap', 'location'], 'sim-swap'],
    ['Marketing', ['dpv:DirectMarketing', 'dpv:Marketing'], 'dpv:Marketing'],
    ['ab', ['ba', 'aa'], 'aa'],
  ])('of %s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  test.each([
    ['paid', []],
    ['paid', ['enterprise', 'negotiated']],
    ['a', ['xyz']],
    ['', ['a', 'bc', 'def']],
  ])('of %j among %j does not exist', (name, candidates) => {
    expect(nearest(name, candidates)).toBeUndefined();
  });

  test('does not depend on the order of candidates', () => {
    expect(nearest('paix', ['pail', 'paid'])).toBe(nearest('paix', ['paid', 'pail']));
  });

  test('is found quickly among many, of a long name too', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `partner-${index}`);
    expect(nearest('partner-99999', many)).toMatch(/^partner-9/);
    expect(nearest('x'.repeat(100_000), many)).toBeUndefined();
  });
});

test('hints list the existing names, shortened if there are many', () => {
  expect(didYouMean('payed', ['paid', 'free'], 'tiers')).toBe("did you mean 'paid'? tiers are: free, paid");
  expect(didYouMean('gold', ['paid', 'free'], 'tiers')).toBe('tiers are: free, paid');
  expect(didYouMean('gold', [], 'tiers')).toBe('there are no tiers');
  expect(listOf('abcdefghij'.split(''), 'tiers')).toBe('tiers are: a, b, c, d, e, f, g, h and 2 more');
});
