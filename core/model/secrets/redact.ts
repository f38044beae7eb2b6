import { secretsIn } from './find';
import { isSecretReference } from './names';

// A key that names a secret, and its value up to the end of the line, the quotes or the bracket.
const NAMED =
  /((?:^|[\s{,[("'])(?:[A-Za-z0-9]+[_.-])*[A-Za-z0-9]*(?:password|passwd|passphrase|secret|token|(?:api|private|access|signing)[_-]?key|authorization)s?["']?\s{0,20}[:=]\s{0,20})("[^"\n]*"?|'[^'\n]*'?|[^\s,{}[\]|>&*#"'][^,}\]\n]*)/gim;

// The catalog's own use of the word: an API names its token policy.
const NAME_OF_POLICY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\s*$/;

/**
 * The text with every secret in it replaced by asterisks: same length, same lines, so that columns stay correct. For messages
 * and for quoted lines of files.
 */
export function redact(text: string): string {
  const formed = cover(text, secretsIn(text, { withShortened: true }));
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
