import { kongId } from '../../../core/desired';
import { uuidV5 } from '../../../core/desired/identity';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

describe('uuidV5', () => {
  test('returns the example of RFC 9562, appendix A.4', () => {
    expect(uuidV5(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  test('hashes a name as UTF-8', () => {
    expect(uuidV5(DNS, 'zürich')).not.toBe(uuidV5(DNS, 'z?rich'));
    expect(uuidV5(DNS, 'zürich')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('kongId', () => {
  // The ids of all live entities are computed like these: they must never change.
  test.each([
    ['7b498de6-2e6d-5fe6-8fad-f979966ac517', kongId('sandbox', 'service', 'sim-swap')],
    [
      'fece6c8c-279b-5f52-95fe-86baf0114445',
      kongId('sandbox', 'acl', 'acme-bank_checkout/sim-swap', { group: 'sim-swap:paid', tags: ['a'] }),
    ],
  ])('is pinned as %s', (pinned, id) => {
    expect(id).toBe(pinned);
  });

  test.each([
    ['the environment', kongId('staging', 'service', 'sim-swap')],
    ['the kind', kongId('sandbox', 'route', 'sim-swap')],
    ['the name', kongId('sandbox', 'service', 'number-verification')],
    ['an attribute that forces replacement', kongId('sandbox', 'service', 'sim-swap', { group: 'a' })],
  ])('differs when %s differs', (_, id) => {
    expect(id).not.toBe(kongId('sandbox', 'service', 'sim-swap'));
  });

  test('does not depend on the order in which attributes are given', () => {
    const id = kongId('sandbox', 'acl', 'a', { group: 'x', consumer: { tags: ['b', 'a'], id: '1' } });
    expect(kongId('sandbox', 'acl', 'a', { consumer: { id: '1', tags: ['b', 'a'] }, group: 'x' })).toBe(id);
    expect(kongId('sandbox', 'acl', 'a', { consumer: { id: '1', tags: ['a', 'b'] }, group: 'x' })).not.toBe(id);
  });
});
