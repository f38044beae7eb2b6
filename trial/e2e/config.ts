import { existsSync, readFileSync } from 'node:fs';

/** What the suite is run with. */
export interface SuiteConfig {
  /** URL of the Admin API, or of an admin proxy in front of it. */
  readonly adminUrl: string;
  /** Token of the Admin API, if it asks for one. */
  readonly adminToken: string | undefined;
  /** Address of the proxy; default: where the gateway says that it listens. */
  readonly proxyUrl: string | undefined;
  /** Address of the proxy's TLS listener; default: where the gateway says that it listens. */
  readonly proxyTlsUrl: string | undefined;
  /** URL of an upstream stub, as the gateway reaches it; default: one that the suite starts. */
  readonly upstreamUrl: string | undefined;
  /** The client CA; default: one that the suite makes. */
  readonly clientCa: { readonly certificate: string; readonly key: string } | undefined;
  /** Name or address by which the gateway reaches this machine. */
  readonly host: string;
  /** A Redis server as the gateway and this machine reach it, host and port; default: counters are local. */
  readonly redis: { readonly host: string; readonly port: number } | undefined;
  /** Folders in which the package `express` is found, in the form of PATH; default: that of the suite. */
  readonly express: string | undefined;
  /** Address of a Tomcat as this machine reaches it, which answers what trial/e2e/upstreams/upstream.ts says; default: a stand-in. */
  readonly tomcatUrl: string | undefined;
}

/** A setting that cannot be used. */
export class InvalidVariable extends Error {}

/** Every variable with what it means, for `--help`. */
export const VARIABLES: readonly (readonly [name: string, meaning: string])[] = [
  ['KONG_ADMIN_URL', 'Admin API of the gateway, or an admin proxy in front of it'],
  ['KONG_ADMIN_TOKEN', 'its token, where it asks for one'],
  ['KONG_PROXY_URL', "the gateway's proxy; default: where it says that it listens"],
  ['KONG_PROXY_TLS_URL', 'the same with TLS'],
  ['E2E_UPSTREAM_URL', 'an upstream stub, as the gateway reaches it; default: one is started'],
  ['E2E_CLIENT_CA_CERT', 'client CA, as a file or as PEM; default: one is made'],
  ['E2E_CLIENT_CA_KEY', 'its key, as a file or as PEM'],
  ['E2E_HOST', 'name by which the gateway reaches this machine; default: 127.0.0.1'],
  ['E2E_REDIS', 'Redis server for the counters, host:port; default: local counters'],
  ['E2E_EXPRESS', "folders that have the package 'express', in the form of PATH; default: a stand-in"],
  ['E2E_TOMCAT', 'a Tomcat that answers which path it served (docs/gateway.md), without TLS; default: a stand-in'],
];

type Env = Readonly<Record<string, string | undefined>>;

/** @throws InvalidVariable that names the variable */
export function readConfig(variables: Env): SuiteConfig {
  const text = (name: string) => (variables[name] === '' ? undefined : variables[name]);
  const url = (name: string) => {
    const value = text(name);
    if (value !== undefined && !/^https?:\/\/[^/?#\s]+/.test(value))
      throw new InvalidVariable(`${name} is '${value}'; write an address such as http://127.0.0.1:8001`);
    return value?.replace(/\/+$/, '');
  };
  const adminUrl = url('KONG_ADMIN_URL');
  if (adminUrl === undefined)
    throw new InvalidVariable('KONG_ADMIN_URL is not set; it names the Admin API of the gateway to try');
  return {
    adminUrl,
    adminToken: text('KONG_ADMIN_TOKEN'),
    proxyUrl: url('KONG_PROXY_URL'),
    proxyTlsUrl: url('KONG_PROXY_TLS_URL'),
    upstreamUrl: url('E2E_UPSTREAM_URL'),
    clientCa: clientCa(text),
    host: text('E2E_HOST') ?? '127.0.0.1',
    redis: redis(text('E2E_REDIS')),
    express: text('E2E_EXPRESS'),
    tomcatUrl: plainUrl('E2E_TOMCAT', url('E2E_TOMCAT')),
  };
}

function clientCa(text: (name: string) => string | undefined): SuiteConfig['clientCa'] {
  const [certificate, key] = ['E2E_CLIENT_CA_CERT', 'E2E_CLIENT_CA_KEY'].map((name) => pem(name, text(name)));
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined)
    throw new InvalidVariable('E2E_CLIENT_CA_CERT and E2E_CLIENT_CA_KEY belong together; set both, or neither');
  return { certificate, key };
}

function pem(name: string, value: string | undefined): string | undefined {
  if (value === undefined || value.startsWith('-----BEGIN ')) return value;
  if (!existsSync(value)) throw new InvalidVariable(`${name} is neither PEM nor a file that is there`);
  return readFileSync(value, 'utf8');
}

function plainUrl(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^http:\/\/[^/]+$/.test(value))
    throw new InvalidVariable(
      `${name} is '${value}'; write an address without TLS and path, such as http://127.0.0.1:8080`,
    );
  return value;
}

function redis(value: string | undefined): SuiteConfig['redis'] {
  if (value === undefined) return undefined;
  const [, host, port] = /^([A-Za-z0-9.-]+):([0-9]{1,5})$/.exec(value) ?? [];
  if (host === undefined) throw new InvalidVariable(`E2E_REDIS is '${value}'; write host:port`);
  return { host, port: Number(port) };
}
