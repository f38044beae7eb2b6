import { createHash, timingSafeEqual } from 'node:crypto';
import { Agent, type RequestListener, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as TlsAgent } from 'node:https';
import { HEALTH, sendJson } from '../server/message';
import { headersFor, withoutHops } from './headers';

export interface FrontOptions {
  /** Address of the gateway's Admin API. */
  readonly adminUrl: string;
  /**
   * The workspace whose name is taken off paths: the one that the Terraform provider writes.
   * @default default
   */
  readonly workspace?: string | undefined;
  /**
   * What callers have to send in the header Kong-Admin-Token; it is not passed on.
   * @default nobody has to, and the header is passed on
   */
  readonly token?: string | undefined;
}

/**
 * The front of an open-source gateway's Admin API. The Terraform provider begins every path with a workspace
 * (`/default/services`), which only Kong Enterprise serves: the front takes it off. Paths without it are passed on as they
 * are, because a few calls of the provider, and everything that a person tries, have none. Nothing else is changed.
 */
export function front({ adminUrl, workspace = 'default', token }: FrontOptions): RequestListener {
  const admin = new URL(adminUrl);
  const base = admin.pathname.replace(/\/+$/, '');
  const tls = admin.protocol === 'https:';
  const agent = tls ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const send = tls ? requestHttps : requestHttp;

  return (incoming, outgoing) => {
    const url = incoming.url ?? '/';
    if (url !== HEALTH && token !== undefined && !same(incoming.headers['kong-admin-token'], token)) {
      return sendJson(outgoing, 401, { message: 'the front needs the right Kong-Admin-Token' });
    }
    // Anything but a path would be a request to another server.
    if (!url.startsWith('/')) return sendJson(outgoing, 400, { message: 'the request has no path' });
    const passed = send(
      {
        agent,
        protocol: admin.protocol,
        hostname: admin.hostname.replace(/^\[|\]$/g, ''),
        port: admin.port,
        method: incoming.method,
        path: `${base}${url === HEALTH ? '/' : withoutWorkspace(url, workspace)}`,
        headers: headersFor(incoming.headers, admin.host, token !== undefined),
      },
      (answer) => {
        if (url === HEALTH) {
          answer.resume();
          const well = answer.statusCode === 200;
          return sendJson(outgoing, well ? 200 : 503, { status: well ? 'ok' : 'the Admin API is not well' });
        }
        outgoing.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers));
        answer.pipe(outgoing);
        answer.once('error', () => outgoing.destroy());
      },
    );
    passed.once('error', () => {
      if (outgoing.headersSent) outgoing.destroy();
      else sendJson(outgoing, url === HEALTH ? 503 : 502, { message: `the Admin API does not answer at ${adminUrl}` });
    });
    outgoing.once('close', () => passed.destroy());
    incoming.pipe(passed);
  };
}

/** `/services?size=1` of `/default/services?size=1`; escapes and double slashes stay as they came. */
export function withoutWorkspace(url: string, workspace: string): string {
  const prefix = `/${workspace}`;
  if (!url.startsWith(prefix)) return url;
  const rest = url.slice(prefix.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}

/** Compares in a time that says nothing about where they differ. */
function same(sent: string | readonly string[] | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof sent === 'string' && timingSafeEqual(digest(sent), digest(token));
}
