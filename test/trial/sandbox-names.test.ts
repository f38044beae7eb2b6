import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Call, jsonOf, send } from '../../trial/client/request';
import { loadFolder } from '../../trial/server/catalog';
import { describeSample } from '../support/repository';
import { temporaryFolder } from './support/catalog';
import { Program } from './support/program';

/**
 * Every URL of the sample's sandbox must be served by a container, at the same host name and port. The tests do not show that the
 * containers resolve these names, which needs Docker.
 */

const ROOT = path.join(__dirname, '..', '..');
const CATALOG = path.join(ROOT, 'catalog');
const ENVIRONMENT = 'sandbox';

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly networks?: Readonly<Record<string, { readonly aliases?: readonly string[] } | null>>;
  readonly ports?: readonly string[];
}
const { services } = parse(readFileSync(path.join(ROOT, 'trial', 'compose.yaml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};

/** `UPSTREAM_STUB` */
const variablePrefix = (component: string) => component.toUpperCase().replaceAll('-', '_');

type Component = 'upstream-stub' | 'issuer' | 'consent' | 'audit';

/** A URL of the sandbox, and the component that must serve it. */
interface SandboxUrl {
  readonly component: Component;
  readonly url: string;
}

describeSample('the sandbox of the sample', () => {
  const catalog = loadFolder(CATALOG);
  const environment = catalog.environments.get(ENVIRONMENT)?.value;

  function sandboxUrls(): readonly SandboxUrl[] {
    const found: SandboxUrl[] = [];
    const add = (component: Component, url: string | undefined) => {
      if (url !== undefined && !found.some((one) => one.url === url)) found.push({ component, url });
    };
    for (const { value } of catalog.apis.values()) add('upstream-stub', value.upstreams[ENVIRONMENT]?.url);
    for (const { value } of catalog.policies.token.values()) add('issuer', value.environments[ENVIRONMENT]?.jwksUri);
    for (const { value } of catalog.policies.consent.values()) add('consent', value.live?.urls[ENVIRONMENT]);
    add('audit', environment?.audit?.endpoint);
    return found;
  }
  const all = sandboxUrls();

  /** The only service with a host name. */
  function serviceOf(host: string): readonly [name: string, service: Service] {
    const found = Object.entries(services).filter(
      ([name, { networks = {} }]) =>
        name === host || Object.values(networks).some((network) => network?.aliases?.includes(host)),
    );
    expect([host, found.map(([name]) => name)]).toEqual([host, [expect.any(String)]]);
    return found[0] as [string, Service];
  }

  test('has an upstream, an issuer, a consent service and an audit endpoint', () => {
    expect(new Set(all.map(({ component }) => component))).toEqual(
      new Set(['upstream-stub', 'issuer', 'consent', 'audit']),
    );
  });

  test('has no other URLs', () => {
    const files = readdirSync(CATALOG, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    const text = files.map((name) => readFileSync(path.join(CATALOG, name), 'utf8')).join('\n');
    const written = [...text.matchAll(/[a-z][a-z0-9+.-]*:\/\/[^\s/'"]*\.sandbox\.internal[^\s/'"]*/g)].map(
      ([url]) => url,
    );
    expect(written.length).toBeGreaterThan(3);
    expect(new Set(written)).toEqual(new Set(all.map(({ url }) => new URL(url).origin)));
  });

  test.each(all)('$url is served by the container $component, on the network of the gateway', ({ component, url }) => {
    const { hostname, port, protocol } = new URL(url);
    const [name, { command, environment = {}, networks }] = serviceOf(hostname);
    expect([name, command]).toEqual([component, ['node', `dist/trial/${component}/main.js`]]);
    expect(environment[`${variablePrefix(component)}_PORT`]).toBe(port);
    expect([environment[`${variablePrefix(component)}_HOST`], protocol]).toEqual(['0.0.0.0', 'http:']);
    const shared = Object.keys(networks ?? { default: null });
    expect(shared).toEqual(Object.keys(services.kong?.networks ?? { default: null }));
  });

  test('keeps its counters in the Redis container, if in Redis at all', () => {
    const { counters } = environment ?? {};
    if (counters?.store !== 'redis') return expect(counters).toEqual({ store: 'local' });
    const [name] = serviceOf(counters.host);
    expect([name, counters.port ?? 6379]).toEqual(['redis', 6379]);
  });

  test('has an IP address for every name in docs/gateway.md, on which its component listens', () => {
    const text = readFileSync(path.join(ROOT, 'docs', 'gateway.md'), 'utf8');
    const hosts = new Map([...text.matchAll(/^ *(127\.[0-9.]+) (\S+)$/gm)].map(([, address, name]) => [name, address]));
    for (const { component, url } of all) {
      const { hostname, port } = new URL(url);
      const name = variablePrefix(component);
      expect(text).toContain(`${name}_HOST=${hosts.get(hostname)} ${name}_PORT=${port}`);
      if (component === 'issuer')
        expect(text).toContain(`ISSUER_JWKS_URI=${url.replace(hostname, String(hosts.get(hostname)))}`);
    }
  });

  describe('the program of a container', () => {
    const running: Program[] = [];
    afterEach(() => Promise.all(running.splice(0).map((program) => program.stop())));

    /** Starts a component with the environment of its service, but on a free port of this machine; returns its URL. */
    async function start(component: Component): Promise<string> {
      const prefix = variablePrefix(component);
      const program = await Program.start(component, {
        ...services[component]?.environment,
        GATEWRIGHT_CATALOG: CATALOG,
        ISSUER_KEYS: path.join(temporaryFolder(), 'keys'),
        [`${prefix}_HOST`]: '127.0.0.1',
        [`${prefix}_PORT`]: '0',
        ISSUER_TLS_PORT: '0',
      });
      running.push(program);
      return String(program.urls[0]);
    }

    const calls: Readonly<Record<Component, Omit<Call, 'url'>>> = {
      'upstream-stub': {},
      issuer: {},
      consent: { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
      audit: { method: 'POST', body: '[]', headers: { 'content-type': 'application/json' } },
    };
    const answers: Readonly<Record<Component, number>> = {
      'upstream-stub': 200,
      issuer: 200,
      consent: 401,
      audit: 204,
    };

    test.each(all)('serves the path of $url', async ({ component, url }) => {
      const { pathname } = new URL(url);
      const { status } = await send({ url: `${await start(component)}${pathname}`, ...calls[component] });
      expect(status).toBe(answers[component]);
    });

    test('for the issuer has the issuer name of the sandbox', async () => {
      const address = `${await start('issuer')}/.well-known/openid-configuration`;
      const { issuer } = jsonOf(await send({ url: address })) as { readonly issuer: string };
      const names = [...catalog.policies.token.values()].map(({ value }) => value.environments[ENVIRONMENT]?.issuer);
      expect(names.filter((name) => name !== undefined)).toEqual([issuer]);
    });
  });
});
