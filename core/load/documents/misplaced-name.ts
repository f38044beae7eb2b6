import type { Path } from '../../model';

// Fields whose names are like those of secrets although they contain none: `policies.token` and `boundTokens`.
const KNOWN_FIELDS = new Set(['token', 'boundtoken']);

// The value of such a field: a name of words without digits, `operator-idp` or `when-present`.
const WORDS = /^[a-z]{1,30}(?:-[a-z]{1,30}){0,5}$/;

/**
 * Whether the value of a field with the name of a secret is a name, because the field is in a document whose kind is misspelt, is
 * indented wrongly, or is in the wrong map. That mistake has its own finding.
 *
 * @param path of the value, with the key at its end
 * @param tokenPolicies names of the catalog's token policies
 */
export function isMisplacedName(path: Path, value: string, tokenPolicies: ReadonlySet<string>): boolean {
  const key = String(path.at(-1)).toLowerCase().replace(/s$/, '');
  return KNOWN_FIELDS.has(key) && (tokenPolicies.has(value.trim()) || WORDS.test(value.trim()));
}
