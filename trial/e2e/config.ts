import { existsSync, readFileSync } from 'node:fs';

/** The configuration of the suite. */
export interface SuiteConfig {
  /** URL of the Admin API, or of an admin proxy in front of it. */
  readonly adminUrl: string;
  /** Token of the Admin API, if it requires one. */
  readonly adminToken: string | undefined;
  /** URL of the proxy; default: the listener that the gateway reports. */
  readonly proxyUrl: string | undefined;
  /** URL of the proxy with TLS; default: the listener that the gateway reports. */
  readonly proxyTlsUrl: string | undefined;
  /** URL of an upstream stub, as the gateway reaches it; default: one that the suite starts. */
  readonly upstreamUrl: string | undefined;
  /** The client CA; default: one that the suite creates. */
  readonly clientCa: { readonly certificate: string; readonly key: string } | undefined;
  /** Name or IP address by which the gateway reaches this machine. */
  readonly host: string;
  /** A Redis server, as the gateway and this machine reach it; default: counters are local. */
  readonly redis: { readonly host: string; readonly port: number } | undefined;
  /** Folders from which to load the package `express`, in the format of PATH; default: the folder of the suite. */
  readonly express: string | undefined;
  /** URL of a Tomcat, as this machine reaches it, that responds as upstreams/upstream.ts requires; default: a stand-in. */
  readonly tomcatUrl: string | undefined;
}

/** An environment variable that is missing or has an invalid value. */
export class InvalidVariable extends Error {}

/** All environment variables with their meaning, for `--help`. */
export const VARIABLES: readonly (readonly [name: string, meaning: string])[] = [
  ['KONG_ADMIN_URL', 'Admin API of the gateway, or an admin proxy in front of it'],
  ['KONG_ADMIN_TOKEN', 'its token, if it requires one'],
  ['KONG_PROXY_URL', "the gateway's proxy; default: the listener that it reports"],
  ['KONG_PROXY_TLS_URL', 'the same, with TLS'],
  ['E2E_UPSTREAM_URL', 'an upstream stub, as the gateway reaches it; default: one is started'],
  ['E2E_CLIENT_CA_CERT', 'client CA, as a file or as PEM; default: one is created'],
  ['E2E_CLIENT_CA_KEY', 'its key, as a file or as PEM'],
  ['E2E_HOST', 'name by which the gateway reaches this machine; default: 127.0.0.1'],
  ['E2E_REDIS', 'Redis server for the counters, host:port; default: local counters'],
  ['E2E_EXPRESS', "folders with the package 'express', in the format of PATH; default: a stand-in"],
  ['E2E_TOMCAT', 'a Tomcat that responds with the path it served (docs/gateway.md), without TLS; default: a stand-in'],
];

type Env = Readonly<Record<string, string | undefined>>;

/** @throws InvalidVariable if a variable is missing or invalid */
export function readConfig(env: Env): SuiteConfig {
  const text = (name: string) => (env[name] === '' ? undefined : env[name]);
  const url = (name: string) => {
    const value = text(name);
    if (value !== undefined && !/^https?:\/\/[^/?#\s]+/.test(value))
      throw new InvalidVariable(`${name} is '${value}'; use a URL such as http://127.0.0.1:8001`);
    return value?.replace(/\/+$/, '');
  };
  const adminUrl = url('KONG_ADMIN_URL');
  if (adminUrl === undefined)
    throw new InvalidVariable('KONG_ADMIN_URL is not set; set it to the Admin API of the gateway to test');
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
    throw new InvalidVariable('E2E_CLIENT_CA_CERT and E2E_CLIENT_CA_KEY must be set together; set both or neither');
  return { certificate, key };
}

function pem(name: string, value: string | undefined): string | undefined {
  if (value === undefined || value.startsWith('-----BEGIN ')) return value;
  if (!existsSync(value)) throw new InvalidVariable(`${name} is neither PEM nor an existing file`);
  return readFileSync(value, 'utf8');
}

function plainUrl(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^http:\/\/[^/]+$/.test(value))
    throw new InvalidVariable(`${name} is '${value}'; use an http URL without a path, such as http://127.0.0.1:8080`);
  return value;
}

function redis(value: string | undefined): SuiteConfig['redis'] {
  if (value === undefined) return undefined;
  const [, host, port] = /^([A-Za-z0-9.-]+):([0-9]{1,5})$/.exec(value) ?? [];
  if (host === undefined) throw new InvalidVariable(`E2E_REDIS is '${value}'; use host:port`);
  return { host, port: Number(port) };
}
