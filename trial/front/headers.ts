import type { IncomingHttpHeaders } from 'node:http';

/** Headers that belong to one connection and not to the message (RFC 9110, 7.6.1). */
const HOPS = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

export function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => (name === 'transfer-encoding' || !HOPS.has(name)) && !named.includes(name),
    ),
  );
}

/** The headers of a request as the Admin API gets them. A token that the front has checked is not passed on. */
export function headersFor(headers: IncomingHttpHeaders, host: string, tokenChecked: boolean): IncomingHttpHeaders {
  const { 'kong-admin-token': token, ...rest } = withoutHops(headers);
  return { ...rest, host, ...(token === undefined || tokenChecked ? {} : { 'kong-admin-token': token }) };
}
