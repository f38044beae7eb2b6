/** A span of a text that looks like a secret. Offsets count UTF-16 units from 0; `end` is exclusive. */
export interface SecretSpan {
  /** What it looks like: `private key`. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
  /** Whether it could also be an example in an API's documentation. */
  readonly mayBeExample: boolean;
}

interface Form {
  readonly what: string;
  readonly pattern: RegExp;
  readonly mayBeExample?: true;
}

/** The token of a page of results opens nothing, nor does a placeholder in capitals or with 'your' before it. */
const NO_SECRET =
  '(?<!(?:[nN]ext|[pP]age|[cC]ontinuation|[sS]ync)[_-]?[tT]oken[sS]?=)(?![A-Z_]+(?![A-Za-z0-9])|[yY]our[-_A-Z])';

// Values that say by their form what they are, whatever they are called.
const FORMS: readonly Form[] = [
  { what: 'AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { what: 'GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})\b/g },
  { what: 'GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,255}/g },
  { what: 'Slack token', pattern: /\bxox[abeprs]-[A-Za-z0-9-]{10,255}/g },
  { what: 'Google API key', pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
  { what: 'Stripe key', pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}/g },
  { what: 'npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { what: 'Vault token', pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{20,255}/g },
  { what: 'Kong token', pattern: /\b[ks]pat_[A-Za-z0-9]{20,255}/g },
  {
    what: 'token',
    pattern: /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+){0,2}/g,
    mayBeExample: true,
  },
  {
    what: 'password in an address',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'{}]{0,200}:[^\s/@"'{}]{1,200}@/gi,
    mayBeExample: true,
  },
  {
    what: 'Authorization header',
    pattern: /\b(?:Bearer|Basic)[ ]+(?=[A-Za-z._~+/-]{0,200}[0-9])[A-Za-z0-9._~+/-]{16,}=*/g,
    mayBeExample: true,
  },
  { what: 'secret in text', pattern: setting(), mayBeExample: true },
];

// One of these is part of every form: most texts hold none and are done with.
const TRACE =
  /[dDeEtTnNyY][sS]?=|-----BEGIN|A[KS]IA|gh[pousr]_|github_pat|glpat-|xox|AIza|_live_|_test_|npm_|hv[sbr]\.|pat_|eyJ|:\/\/|Bearer|Basic/;

const LETTER_BEGIN = '-----BEGIN ';
const LETTER_END = '-----END ';
const PRIVATE = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/**
 * A secret written as a setting, `password=hunter2`; not a placeholder for one, `password=PASSWORD`. With a colon it may be a sentence
 * ("Token: how to get one"): that is hidden where it is shown, and not refused.
 */
function setting(): RegExp {
  const words = ['password', 'passwd', 'passphrase', 'secret', 'token'];
  const keys = ['api', 'private', 'access', 'signing'].flatMap((word) =>
    ['', '_', '-'].map((joint) => `${word}${joint}key`),
  );
  const cases = [...words, ...keys, 'apiKey', 'privateKey', 'accessKey', 'signingKey'].flatMap((word) => [
    word,
    word.charAt(0).toUpperCase() + word.slice(1),
    word.toUpperCase(),
  ]);
  return new RegExp(`(?<=(?:${[...new Set(cases)].join('|')})[sS]?=)${NO_SECRET}[A-Za-z0-9._~+/!@#%^-]{6,}`, 'g');
}

/** Everything in a text that has the form of a secret. Takes time in proportion to the text. */
export function secretsIn(text: string): readonly SecretSpan[] {
  if (!TRACE.test(text)) return [];
  const spans: SecretSpan[] = privateKeys(text);
  for (const { what, pattern, mayBeExample = false } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      spans.push({ what, start: match.index, end: match.index + match[0].length, mayBeExample });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function privateKeys(text: string): SecretSpan[] {
  if (!text.includes(LETTER_BEGIN)) return [];
  const spans: SecretSpan[] = [];
  let after = 0;
  for (const { index: start, 0: label } of text.matchAll(PRIVATE)) {
    if (start < after) continue;
    const close = text.indexOf(LETTER_END, start + label.length);
    // Without an end everything that follows is taken for the key: rather too much is hidden than too little.
    const lineEnd = close === -1 ? -1 : text.indexOf('-----', close + LETTER_END.length);
    after = lineEnd === -1 ? text.length : lineEnd + '-----'.length;
    spans.push({ what: 'private key', start, end: after, mayBeExample: false });
  }
  return spans;
}

const SECRET_WORDS = new Set(['password', 'passwd', 'passphrase', 'secret', 'token', 'apikey', 'authorization']);
const SECRET_KEYS = new Set(['api', 'private', 'access', 'signing', 'encryption', 'shared']);

/** Whether a key says that its value is a secret: `client_secret`, `apiKey`, `REDIS_PASSWORD`, `tokens`. */
export function namesSecret(key: string): boolean {
  const words = key
    .slice(0, 100)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const last = words.at(-1)?.replace(/s$/, '') ?? '';
  return (
    SECRET_WORDS.has(last) ||
    SECRET_WORDS.has(words.at(-1) ?? '') ||
    (last === 'key' && SECRET_KEYS.has(words.at(-2) ?? ''))
  );
}

/** Whether a value only says where a secret is kept: a vault reference, or a variable. */
export function isSecretReference(value: string): boolean {
  return /^\{vault:\/\/[^}\s]+\}$|^\$\{?[A-Z_][A-Z0-9_]*\}?$/.test(value.trim());
}

/** The members of a JSON Web Key that only a private or symmetric key has (RFC 7518). */
export const PRIVATE_JWK_MEMBERS: readonly string[] = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

// A key that names a secret, and its value as far as the line, the quotes or the bracket go.
const NAMED =
  /((?:^|[\s{,[("'])(?:[A-Za-z0-9]+[_.-])*[A-Za-z0-9]*(?:password|passwd|passphrase|secret|token|(?:api|private|access|signing)[_-]?key|authorization)s?["']?\s{0,20}[:=]\s{0,20})("[^"\n]*"?|'[^'\n]*'?|[^\s,{}[\]|>&*#"'][^,}\]\n]*)/gim;

// The catalog's own use of the word: an API names its token policy.
const NAME_OF_POLICY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\s*$/;

/**
 * The text with every secret in it replaced by asterisks: same length, same lines, so that columns stay true. For messages
 * and for lines of a file that are shown.
 */
export function redact(text: string): string {
  const formed = cover(text, secretsIn(text));
  return formed.replace(NAMED, (whole, key: string, value: string) => {
    const bare = value.replaceAll(/^["']|["']$/g, '');
    const harmless = isSecretReference(bare) || (/(^|\W)token["']?\s*[:=]\s*$/i.test(key) && NAME_OF_POLICY.test(bare));
    return harmless ? whole : key + stars(value);
  });
}

/** The text with the spans replaced by asterisks; white space stays. */
export function cover(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let covered = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    covered += text.slice(at, Math.max(start, at)) + stars(text.slice(Math.max(start, at), end));
    at = end;
  }
  return covered + text.slice(at);
}

function stars(text: string): string {
  return text.replaceAll(/\S/g, '*');
}
