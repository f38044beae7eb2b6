import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { runProcess } from '../support/processes';
import { describeSample } from '../support/repository';

/**
 * Tests trial/compose.yaml without Docker: it is valid by the schema of the Compose specification and the rules of a linter, and
 * everything that it refers to exists. They do not show that the containers start.
 */

const ROOT = path.join(__dirname, '..', '..');
const FILE = path.join(ROOT, 'trial', 'compose.yaml');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: Readonly<Record<string, { readonly aliases?: readonly string[] }>>;
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const { services } = parse(readFileSync(FILE, 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const all = Object.entries(services);

test('is valid by the schema of the Compose specification and the rules of the linter', () => {
  const linter = path.join(ROOT, 'node_modules', 'dclint', 'bin', 'dclint.cjs');
  const { status, stdout, stderr } = runProcess(process.execPath, [linter, FILE]);
  expect([status, stdout.trim(), stderr.trim()]).toEqual([0, '', '']);
});

test('the linter rejects an invalid file', () => {
  const linter = path.join(ROOT, 'node_modules', 'dclint', 'bin', 'dclint.cjs');
  const { status } = runProcess(process.execPath, [linter, path.join(__dirname, 'broken-compose.yaml')]);
  expect(status).toBe(1);
});

test('binds every port to the loopback address', () => {
  const ports = all.flatMap(([, { ports = [] }]) => ports);
  expect(ports.length).toBeGreaterThan(5);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
});

test('pins the version of every image', () => {
  for (const [, { image }] of all) expect(image).toMatch(/^[a-z]+:\d+\.\d+(\.\d+)?(-[a-z0-9.]+)?$/);
});

test('has a health check for every long-running service', () => {
  for (const [name, { healthcheck, command }] of all)
    if (!command?.includes('bootstrap')) expect([name, healthcheck?.test[0]]).toEqual([name, 'CMD']);
});

test('loads every plugin of the repository into the gateway', () => {
  const kong = services.kong as Service;
  const plugins = readdirSync(path.join(ROOT, 'gateway', 'kong', 'plugins')).filter((name) =>
    existsSync(path.join(ROOT, 'gateway', 'kong', 'plugins', name, 'handler.lua')),
  );
  const [bundled, ...listed] = String(kong.environment?.KONG_PLUGINS).split(',');
  expect([bundled, listed.sort()]).toEqual(['bundled', plugins.sort()]);
  expect(kong.volumes).toEqual(['../gateway/kong/plugins:/opt/gatewright/kong/plugins:ro']);
  expect(kong.environment?.KONG_LUA_PACKAGE_PATH).toBe('/opt/gatewright/?.lua;;');
});

describeSample('a vault reference in a policy of the sample', (files) => {
  const policies = Object.keys(files).filter((name) => name.startsWith('policies/'));
  const text = policies.map((name) => files[name]).join('\n');
  const names = [...text.matchAll(/\{vault:\/\/env\/([a-z-]+)\}/g)].map(([, name]) =>
    String(name).toUpperCase().replaceAll('-', '_'),
  );

  test('has an environment variable', () => {
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(Object.keys(services.kong?.environment ?? {})).toContain(name);
  });
});

test.each(['admin-proxy', 'upstream-stub', 'issuer', 'audit', 'consent'])('%s runs its program', (name) => {
  const service = services[name] as Service;
  const [, program] = service.command ?? [];
  expect(existsSync(path.join(ROOT, String(program)))).toBe(true);
  expect(service.volumes).toContain('..:/app:ro');
  const port = /:(\d+)\//.exec(service.healthcheck?.test.at(-1) ?? '')?.[1];
  expect(service.ports?.some((one) => one.endsWith(`:${port}`))).toBe(true);
});

test('services refer to each other by existing names', () => {
  const urls = all
    .flatMap(([, { environment = {} }]) => Object.values(environment))
    .filter((value) => /^http:\/\//.test(value));
  const aliases = all.flatMap(([, { networks = {} }]) =>
    Object.values(networks).flatMap(({ aliases = [] }) => aliases),
  );
  for (const url of urls) expect([...Object.keys(services), ...aliases]).toContain(new URL(url).hostname);
  expect(urls.length).toBeGreaterThan(1);
});
