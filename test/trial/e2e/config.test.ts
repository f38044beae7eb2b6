import { InvalidVariable, readConfig, VARIABLES } from '../../../trial/e2e/config';

const ADMIN = { KONG_ADMIN_URL: 'http://127.0.0.1:8001' };

test('requires only the URL of the Admin API', () => {
  expect(readConfig(ADMIN)).toEqual({
    adminUrl: 'http://127.0.0.1:8001',
    adminToken: undefined,
    proxyUrl: undefined,
    proxyTlsUrl: undefined,
    upstreamUrl: undefined,
    clientCa: undefined,
    host: '127.0.0.1',
    redis: undefined,
    express: undefined,
    tomcatUrl: undefined,
  });
});

test('strips trailing slashes from URLs, and ignores empty variables', () => {
  const config = readConfig({ KONG_ADMIN_URL: 'http://kong:8001/', KONG_PROXY_URL: '', E2E_REDIS: 'redis:6379' });
  expect(config).toMatchObject({ adminUrl: 'http://kong:8001', proxyUrl: undefined });
  expect(config.redis).toEqual({ host: 'redis', port: 6379 });
});

test('accepts a CA as PEM or as a file', () => {
  const config = readConfig({
    ...ADMIN,
    E2E_CLIENT_CA_CERT: '-----BEGIN CERTIFICATE-----\n',
    E2E_CLIENT_CA_KEY: __filename,
  });
  expect(config.clientCa?.certificate).toBe('-----BEGIN CERTIFICATE-----\n');
  expect(config.clientCa?.key).toContain('accepts a CA as PEM or as a file');
});

test.each([
  [{}, 'KONG_ADMIN_URL is not set'],
  [{ KONG_ADMIN_URL: 'kong:8001' }, "KONG_ADMIN_URL is 'kong:8001'"],
  [{ ...ADMIN, KONG_PROXY_TLS_URL: 'ftp://x' }, 'KONG_PROXY_TLS_URL'],
  [{ ...ADMIN, E2E_CLIENT_CA_CERT: '-----BEGIN CERTIFICATE-----' }, 'must be set together'],
  [
    { ...ADMIN, E2E_CLIENT_CA_CERT: 'no-such-file', E2E_CLIENT_CA_KEY: 'x' },
    'E2E_CLIENT_CA_CERT is neither PEM nor an existing file',
  ],
  [{ ...ADMIN, E2E_REDIS: 'redis' }, 'use host:port'],
  [{ ...ADMIN, E2E_TOMCAT: 'https://tomcat:8443' }, 'use an http URL without a path'],
])('rejects %p', (env, message) => {
  expect(() => readConfig(env)).toThrow(InvalidVariable);
  expect(() => readConfig(env)).toThrow(message);
});

test('never prints the value of a key', () => {
  const attempt = () => readConfig({ ...ADMIN, E2E_CLIENT_CA_CERT: 'x', E2E_CLIENT_CA_KEY: 'secret-key-text' });
  expect(attempt).toThrow();
  expect(attempt).not.toThrow(/secret-key-text/);
});

test('lists every variable once', () => {
  const names = VARIABLES.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
});
