import {
  dispatched,
  express,
  nginx,
  tomcat,
  type UpstreamRules,
  windows,
} from '../../../trial/e2e/upstreams/stand-ins';

/** The results match those of the real servers (nginx 1.22, Express 4.22 and 5.3, Tomcat 10.1). */
const ENDPOINTS = [
  '/items/{id}',
  '/items/secret',
  '/items/hidden',
  '/pets/{id}',
  '/pets/latest',
  '/profile',
  '/pets/latest/profile',
].map((path) => ({ path, methods: ['GET'] }));

describe.each<[string, UpstreamRules, Readonly<Record<string, string | undefined>>]>([
  [
    'nginx',
    nginx,
    {
      '/items/secret': '/items/secret',
      '/items/secret#f': '/items/secret',
      '/items/secret/': undefined,
      '/ITEMS/SECRET': undefined,
      '/items//secret': '/items/secret',
      '/items/%73ecret': '/items/secret',
      '/items/secret;v=1': '/items/{id}',
      '/items/x%2Fy': undefined,
      '/pets/latest%2Fprofile': '/pets/latest/profile',
      '/pets/%2e%2e/profile': '/profile',
      '/items/./hidden': '/items/hidden',
    },
  ],
  [
    'Express',
    express,
    {
      '/items/secret#f': '/items/secret',
      '/items/secret/': '/items/secret',
      '/ITEMS/SECRET': '/items/secret',
      '/items//secret': undefined,
      '/items/%73ecret': '/items/{id}',
      '/items/secret;v=1': '/items/{id}',
      '/items/x%2Fy': '/items/{id}',
      '/pets/latest%2Fprofile': '/pets/{id}',
      '/pets/../profile': undefined,
    },
  ],
  [
    'Tomcat',
    tomcat,
    {
      '/items/secret/': undefined,
      '/ITEMS/SECRET': undefined,
      '/items//secret': '/items/secret',
      '/items/%73ecret': '/items/secret',
      '/items/secret;v=1': '/items/secret',
      '/items/secret;': '/items/secret',
      '/items/secret%3Bv=1': '/items/{id}',
      '/items/x%2Fy': undefined,
      '/pets/..;/profile': '/profile',
      '/pets/..;a=b/profile': '/profile',
      '/items/;a=b/secret': '/items/secret',
      '/items/./hidden': '/items/hidden',
    },
  ],
  [
    'Windows',
    windows,
    { '/items/secret.': '/items/secret', '/items/secret%20': '/items/secret', '/ITEMS\\Secret': '/items/secret' },
  ],
])('%s', (_, upstream, calls) => {
  test.each(Object.entries(calls))('dispatches %s to %s', (path, expected) => {
    expect(dispatched(upstream, ENDPOINTS, 'GET', path)).toEqual(expected === undefined ? [] : [expected]);
  });
});
