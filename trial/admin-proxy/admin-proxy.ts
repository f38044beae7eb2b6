import { createHash, timingSafeEqual } from 'node:crypto';
import { Agent, type RequestListener, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as TlsAgent } from 'node:https';
import { HEALTH, sendJson } from '../server/message';
import { forwardedHeaders, withoutHopByHop } from './headers';

export interface AdminProxyOptions {
  /** URL of the gateway's Admin API. */
  readonly adminUrl: string;
  /**
   * The workspace prefix to remove from paths: the one that the Terraform provider adds.
   * @default default
   */
  readonly workspace?: string | undefined;
  /**
   * The token that callers must send in the header Kong-Admin-Token; it is not forwarded.
   * @default no token is required, and the header is forwarded
   */
  readonly token?: string | undefined;
}

/**
 * A proxy for the Admin API of an open-source gateway. The Terraform provider prefixes every path with a workspace
 * (`/default/services`), which only Kong Enterprise supports: the proxy removes the prefix. Paths without one are forwarded
 * unchanged, because some calls of the provider, and most manual calls, have none. Nothing else is changed.
 */
export function adminProxy({ adminUrl, workspace = 'default', token }: AdminProxyOptions): RequestListener {
  const admin = new URL(adminUrl);
  const base = admin.pathname.replace(/\/+$/, '');
  const tls = admin.protocol === 'https:';
  const agent = tls ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const send = tls ? requestHttps : requestHttp;

  return (incoming, outgoing) => {
    const url = incoming.url ?? '/';
    if (url !== HEALTH && token !== undefined && !matches(incoming.headers['kong-admin-token'], token)) {
      return sendJson(outgoing, 401, { message: 'the header Kong-Admin-Token is missing or wrong' });
    }
    // An absolute URL would be a request to another server.
    if (!url.startsWith('/')) return sendJson(outgoing, 400, { message: 'the request target must be a path' });
    const forwarded = send(
      {
        agent,
        protocol: admin.protocol,
        hostname: admin.hostname.replace(/^\[|\]$/g, ''),
        port: admin.port,
        method: incoming.method,
        path: `${base}${url === HEALTH ? '/' : withoutWorkspace(url, workspace)}`,
        headers: forwardedHeaders(incoming.headers, admin.host, token !== undefined),
      },
      (response) => {
        if (url === HEALTH) {
          response.resume();
          const healthy = response.statusCode === 200;
          return sendJson(outgoing, healthy ? 200 : 503, { status: healthy ? 'ok' : 'the Admin API is not healthy' });
        }
        outgoing.writeHead(response.statusCode ?? 502, withoutHopByHop(response.headers));
        response.pipe(outgoing);
        response.once('error', () => outgoing.destroy());
      },
    );
    forwarded.once('error', () => {
      if (outgoing.headersSent) outgoing.destroy();
      else sendJson(outgoing, url === HEALTH ? 503 : 502, { message: `the Admin API at ${adminUrl} does not respond` });
    });
    outgoing.once('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  };
}

/** Turns `/default/services?size=1` into `/services?size=1`; escapes and double slashes are kept. */
export function withoutWorkspace(url: string, workspace: string): string {
  const prefix = `/${workspace}`;
  if (!url.startsWith(prefix)) return url;
  const rest = url.slice(prefix.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}

/** Compares in constant time. */
function matches(sent: string | readonly string[] | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof sent === 'string' && timingSafeEqual(digest(sent), digest(token));
}
