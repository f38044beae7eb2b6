import type { FormProblem } from './web-address';

// What carries a credential, what HTTP or the gateway itself writes, and what upstreams are told of a caller.
const TAKEN: ReadonlySet<string> = new Set([
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
const TAKEN_BEGINNINGS = [
  'x-forwarded-',
  'x-consumer-',
  'x-credential-',
  'x-authenticated-',
  'x-kong-',
  'x-real-',
  'ratelimit-',
];

/** Why a header cannot be one that a catalog names for a purpose of its own; undefined where it can. */
export function headerProblem(name: string): FormProblem | undefined {
  const lower = name.toLowerCase();
  if (!TAKEN.has(lower) && !TAKEN_BEGINNINGS.some((beginning) => lower.startsWith(beginning))) return undefined;
  return {
    message: 'that header is one of HTTP, of the gateway or for credentials',
    hint: 'take a header that has no other use',
  };
}
