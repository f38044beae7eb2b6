import type { IncomingHttpHeaders } from 'node:http';

/** Hop-by-hop headers: they belong to one connection, not to the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export function withoutHopByHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => (name === 'transfer-encoding' || !HOP_BY_HOP.has(name)) && !named.includes(name),
    ),
  );
}

/** The headers that the Admin API receives. A token that the proxy has checked is not forwarded. */
export function forwardedHeaders(
  headers: IncomingHttpHeaders,
  host: string,
  tokenChecked: boolean,
): IncomingHttpHeaders {
  const { 'kong-admin-token': token, ...rest } = withoutHopByHop(headers);
  return { ...rest, host, ...(token === undefined || tokenChecked ? {} : { 'kong-admin-token': token }) };
}
