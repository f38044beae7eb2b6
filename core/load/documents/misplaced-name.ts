import type { Path } from '../../model';

// Fields that a schema knows under the name of a secret, though they hold none: `policies.token` and `boundTokens`.
const KNOWN_FIELDS = new Set(['token', 'boundtoken']);

// What such a field holds: a name of words without digits, `operator-idp` or `when-present`.
const WORDS = /^[a-z]{1,30}(?:-[a-z]{1,30}){0,5}$/;

/**
 * Whether a value under the name of a secret is the name that this field has elsewhere: in a document whose kind is misspelt, below
 * a wrong indent, or under a key that is in the wrong map. What is wrong there has a finding of its own.
 *
 * @param path of the value, with the key at its end
 * @param tokenPolicies names of the catalog's token policies
 */
export function isMisplacedName(path: Path, value: string, tokenPolicies: ReadonlySet<string>): boolean {
  const key = String(path.at(-1)).toLowerCase().replace(/s$/, '');
  return KNOWN_FIELDS.has(key) && (tokenPolicies.has(value.trim()) || WORDS.test(value.trim()));
}
