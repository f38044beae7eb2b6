import { isShortened, PRIVATE_JWK_MEMBERS } from './names';

/** A private key in a text; `end` is exclusive. */
export interface PrivateKeySpan {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

// PEM and OpenPGP; with four dashes and spaces, SSH's own format (RFC 4716).
const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|---- BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY ----/g;
const END = { '-----': '-----END ', '---- ': '---- END ' } as const;

// Keys without PEM headers: PKCS 8 of RSA, of elliptic curves and of Ed25519 and X25519, PKCS 1 and SEC 1, all in base64.
const BARE = new RegExp(
  [
    'MII[A-Za-z0-9+/]{1,3}(?:IBADANBgkqhkiG9w0BAQEFAASC|AgEAMA0GCSqGSIb3DQEBAQUABII|IBAAKC)[A-Za-z0-9+/=\\s\\\\]{0,8000}',
    'MI(?:G[A-Za-z0-9]|HuA)AgEAMB[A-Za-z0-9]GByqGSM49AgEG[A-Za-z0-9+/=]{20,400}',
    'MHcCAQEEI[A-Za-z0-9+/=]{40,400}',
    'MC4CAQAwBQYDK2V[uwx]BCIEI[A-Za-z0-9+/=]{40,60}',
  ]
    .map((form) => `\\b${form}`)
    .join('|'),
  'g',
);
// PEM encoded in base64 again, as in a kubeconfig.
const WRAPPED = /\bLS0tLS1CRUdJTi[A-Za-z0-9+/]{20,8000}={0,2}/g;
const PUTTY = /\bPrivate-Lines: [0-9]{1,3}(?:\s|\\n)[A-Za-z0-9+/=\s#\\]{20,8000}/g;

/** Every private key in a text: PEM with any headers, without headers, in base64, PuTTY's format, and JSON Web Keys. */
export function privateKeysIn(text: string, withShortened = false): readonly PrivateKeySpan[] {
  return [...framed(text, withShortened), ...bare(text), ...jwks(text)];
}

function framed(text: string, withShortened: boolean): readonly PrivateKeySpan[] {
  if (!text.includes('---- BEGIN ') && !text.includes('-----BEGIN ')) return [];
  const spans: PrivateKeySpan[] = [];
  let after = 0;
  for (const { index: start, 0: label } of text.matchAll(BEGIN)) {
    if (start < after) continue;
    const dashes = label.startsWith('-----') ? '-----' : '---- ';
    const close = text.indexOf(END[dashes], start + label.length);
    // If the end is missing, the rest of the text counts as the key: redacting too much is better than too little.
    const lineEnd = close === -1 ? -1 : text.indexOf(dashes.trim(), close + END[dashes].length);
    after = lineEnd === -1 ? text.length : lineEnd + dashes.trim().length;
    if (lineEnd === -1 || withShortened || !isShortened(text.slice(start + label.length, close)))
      spans.push({ what: 'private key', start, end: after });
  }
  return spans;
}

function bare(text: string): readonly PrivateKeySpan[] {
  const spans: PrivateKeySpan[] = [];
  const add = ({ index, 0: found }: RegExpMatchArray) => {
    const start = index ?? 0;
    spans.push({ what: 'private key', start, end: start + found.trimEnd().length });
  };
  if (/M(?:I|HcC|C4C)/.test(text)) for (const match of text.matchAll(BARE)) add(match);
  if (text.includes('Private-Lines: ')) for (const match of text.matchAll(PUTTY)) add(match);
  if (text.includes('LS0tLS1CRUdJTi')) {
    for (const match of text.matchAll(WRAPPED)) {
      if (Buffer.from(match[0].slice(0, 80), 'base64').includes('PRIVATE KEY')) add(match);
    }
  }
  return spans;
}

// The distance from a `kty` within which its own key is.
const MAX_JWK_LENGTH = 8000;
const MEMBER = new RegExp(
  `(?<=[{,\\s]["']?(?:${PRIVATE_JWK_MEMBERS.filter((member) => member !== 'oth').join('|')})["']?\\s{0,20}:\\s{0,20}["'])[A-Za-z0-9_-]{20,2000}`,
  'g',
);

/** Private members of JSON Web Keys: those in the same braces as a `kty`. */
function jwks(text: string): readonly PrivateKeySpan[] {
  if (!text.includes('kty')) return [];
  const spans: PrivateKeySpan[] = [];
  let after = 0;
  for (const { index } of text.matchAll(/\bkty\b/g)) {
    if (index < after) continue;
    const before = text.slice(Math.max(after, index - MAX_JWK_LENGTH), index);
    const start = index - before.length + before.lastIndexOf('{') + 1;
    const rest = text.slice(index, index + MAX_JWK_LENGTH);
    const close = rest.indexOf('}');
    after = index + (close === -1 ? rest.length : close);
    for (const match of text.slice(start, after).matchAll(MEMBER)) {
      const from = start + match.index;
      spans.push({ what: 'private part of a key', start: from, end: from + match[0].length });
    }
  }
  return spans;
}
