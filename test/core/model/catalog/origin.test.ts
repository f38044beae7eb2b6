import { entryOf, originIn, originOf, positionOf } from '../../../../core/model';
import { programme } from '../../checks/catalog/programme';

const catalog = programme();

describe('an origin', () => {
  test.each([
    ['a field', originIn('Tier', 'paid', ['limits', 'minute']), 'catalog/tiers/paid.yaml/limits/minute'],
    ['a document as a whole, by its name', originIn('Tier', 'paid'), 'catalog/tiers/paid.yaml/name'],
    [
      'a field of an application inside its partner',
      originIn('Application', 'acme-bank_checkout', ['subscriptions', 0, 'tier']),
      'catalog/acme-bank.yaml/applications/0/subscriptions/0/tier',
    ],
    [
      'a field of an application with a document of its own',
      originIn('Application', 'initech_portal', ['subscriptions', 0]),
      'catalog/globex.yaml/subscriptions/0',
    ],
    ['a policy', originIn('TokenPolicy', 'partner-keys', ['signedBy']), 'catalog/policies.yaml/signedBy'],
  ])('finds %s', (_, origin, expected) => {
    const { file, path } = positionOf(catalog, origin) ?? {};
    expect(`${file}${path}`).toBe(expected);
  });

  test('of a key has the place of the key', () => {
    const path = ['upstreams', 'sandbox'];
    const key = positionOf(catalog, originIn('Api', 'sim-swap', path, 'key'));
    const value = positionOf(catalog, originIn('Api', 'sim-swap', path));
    expect(key?.line).toBe(value?.line);
    expect(key?.column).toBeLessThan(value?.column ?? 0);
  });

  test('of a document that is not in the catalog has no place', () => {
    expect(positionOf(catalog, originIn('Tier', 'constructor'))).toBeUndefined();
  });

  test('of a document at hand names it, also of an application, which has no kind inside its partner', () => {
    for (const name of ['api/sim-swap', 'mtls-policy/registered-certificate'] as const) {
      const entry = entryOf(catalog, name);
      expect(entry && originOf(entry as never)).toEqual({ document: name, path: [] });
    }
    for (const application of catalog.applications.values())
      expect(entryOf(catalog, originOf(application).document)).toBe(application);
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(originIn('Tier', 'paid'))).toBe(true);
  });
});
