import { type ConsumerFacts, consumerFacts, type GrantedAccess, type GrantFact } from './consumer-facts';
import { encodeTagText } from './percent-encoding';

/** The first tag of every consumer: the version of the grammar in which the others are written (docs/consumer-tags.md). */
const GRAMMAR_TAG = 'gatewright:1';

/** The value of the tag of a grant without scopes, purpose and dates. */
export const PLAIN_GRANT = 'without-scopes';

/**
 * The tags of an application's consumer: they carry what plugins have to know about it and change in place, so that a change of
 * one partner touches nothing but its own consumer. There is always at least one, and the order never depends on that of the
 * documents.
 */
export function consumerTags(access: GrantedAccess): readonly string[] {
  return writeConsumerTags(consumerFacts(access));
}

/** Writes facts as tags, sorted: certificates first, then API by API. */
export function writeConsumerTags({ certificates, grants }: ConsumerFacts): readonly string[] {
  return [
    GRAMMAR_TAG,
    ...sorted(certificates.map(({ sha256 = '', subject = '' }) => `certificate:${sha256}:${encodeTagText(subject)}`)),
    ...sorted(grants.map(({ api }) => api)).flatMap((api) => grantTags(grants.filter((grant) => grant.api === api))),
  ];
}

function grantTags(grants: readonly GrantFact[]): readonly string[] {
  const tags = (word: string, values: readonly (string | undefined)[]) =>
    sorted(values.filter((value) => value !== undefined)).map(
      (value) => `${word}:${grants[0]?.api}:${encodeTagText(value)}`,
    );
  const found = [
    ...tags(
      'start',
      grants.map(({ start }) => start),
    ),
    ...tags(
      'end',
      grants.map(({ end }) => end),
    ),
    ...tags(
      'purpose',
      grants.map(({ purpose }) => purpose),
    ),
    ...tags(
      'scope',
      grants.flatMap(({ scopes }) => scopes),
    ),
  ];
  // A grant of which nothing else is to be known has to be there all the same.
  return found.length > 0 ? found : tags('grant', [PLAIN_GRANT]);
}

/** By code point, each once. */
function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
