import { namesSecret, opensNothing } from '../../model/secrets';
import { isMisplacedName } from './misplaced-name';

/** A string literal in a program or in JSON whose name is that of a secret; `end` is exclusive. */
export interface SecretLiteral {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

const NAMED =
  /(?<![\w$.-])(["']?)((?:[A-Za-z_$]|\\u[0-9A-Fa-f]{4})(?:[\w$.-]|\\u[0-9A-Fa-f]{4}){0,100})\1\s{0,10}[:=]\s{0,10}(["'`])((?:(?!\3)[^\\\n]|\\[^\n]){1,4000})\3/g;

// The word before the secret in an Authorization header.
const SCHEME = /^(?:Bearer|Basic|DPoP)$/i;

/**
 * Secrets by the name of a variable or a key: `const password = 'hunter2'`, `"client_secret": "…"`.
 *
 * @param text with secrets of a known format already covered
 * @param tokenPolicies names of the catalog's token policies
 */
export function secretLiterals(text: string, tokenPolicies: ReadonlySet<string>): readonly SecretLiteral[] {
  const found: SecretLiteral[] = [];
  for (const { index, 0: all, 2: written = '', 3: quote = '', 4: value = '' } of text.matchAll(NAMED)) {
    // JSON may write any letter of a key as an escape.
    const name = written.replaceAll(/\\u([0-9A-Fa-f]{4})/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (!namesSecret(name) || isHarmless(name, quote, value, tokenPolicies)) continue;
    const end = index + all.length - 1;
    found.push({ what: `value of '${name.slice(0, 60)}'`, start: end - value.length, end });
  }
  return found;
}

// Versions of packages whose names end like those of secrets (`"js-tokens": "^4.0.0"`), names of resources, and addresses.
const PUBLIC = /^(?:[~^<>=v ]{0,4}[0-9]+(?:\.[0-9x*]+){1,2}(?:-[\w.]+)?|arn:[a-z-]+:\S+|https?:\/\/[^?\s]+)$/;

function isHarmless(name: string, quote: string, value: string, tokenPolicies: ReadonlySet<string>): boolean {
  return (
    value.trim() === '' ||
    opensNothing(value) ||
    SCHEME.test(value.trim()) ||
    PUBLIC.test(value.trim()) ||
    (quote === '`' && value.includes('${')) ||
    isMisplacedName([name], value, tokenPolicies)
  );
}
