import { brief } from '../../../support/catalog';
import { check } from './programme';

test('nothing is found in a programme without mistakes', () => {
  const { found, catalog } = check([]);
  expect(brief(found)).toEqual([]);
  expect([...catalog.applications.keys()]).toEqual(['acme-bank_checkout', 'initech_portal']);
});
