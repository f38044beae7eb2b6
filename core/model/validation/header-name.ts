// Headers with credentials, headers of HTTP and of the gateway, and headers that tell upstreams who is calling.
const RESERVED: ReadonlySet<string> = new Set([
  ...['authorization', 'proxy-authorization', 'proxy-authenticate', 'www-authenticate', 'cookie', 'set-cookie'],
  ...['access-token', 'x-access-token', 'apikey', 'x-api-key', 'dpop', 'x-anonymous-consumer'],
  ...[
    'host',
    'connection',
    'keep-alive',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
    'expect',
    'via',
    'forwarded',
  ],
  ...['content-length', 'content-type', 'content-encoding', 'content-range', 'range', 'date', 'server', 'retry-after'],
]);
const RESERVED_PREFIXES = [
  'x-forwarded-',
  'x-consumer-',
  'x-credential-',
  'x-authenticated-',
  'x-kong-',
  'x-real-',
  'ratelimit-',
];

/** Whether a header already has a use, so that a catalog cannot give it another one. */
export function isReservedHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return RESERVED.has(lower) || RESERVED_PREFIXES.some((prefix) => lower.startsWith(prefix));
}
