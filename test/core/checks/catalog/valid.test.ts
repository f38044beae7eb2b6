import { brief } from '../../../support/catalog';
import { check } from './programme';

test('a valid catalog has no findings', () => {
  const { found, catalog } = check([]);
  expect(brief(found)).toEqual([]);
  expect([...catalog.applications.keys()]).toEqual(['acme-bank_checkout', 'initech_portal']);
});
