import { type ConsumerFacts, consumerFacts, type GrantedAccess, type GrantFact } from './consumer-facts';
import { encodeTagText } from './percent-encoding';

/** The first tag of every consumer: the version of the tag grammar (docs/consumer-tags.md). */
const GRAMMAR_TAG = 'gatewright:1';

/** The value of the tag for a grant without scopes, purpose or dates. */
export const PLAIN_GRANT = 'without-scopes';

/**
 * The tags of an application's consumer. They contain what plugins need to know about the application and are updated in place, so that
 * a change to one partner only affects its own consumer. There is always at least one tag, and their order does not depend on the
 * order of the documents.
 */
export function consumerTags(access: GrantedAccess): readonly string[] {
  return writeConsumerTags(consumerFacts(access));
}

/** Encodes facts as sorted tags: certificates first, then grants by API. */
export function writeConsumerTags({ certificates, grants }: ConsumerFacts): readonly string[] {
  return [
    GRAMMAR_TAG,
    ...sorted(certificates.map(({ sha256 = '', subject = '' }) => `certificate:${sha256}:${encodeTagText(subject)}`)),
    ...sorted(grants.map(({ api }) => api)).flatMap((api) => grantTags(grants.filter((grant) => grant.api === api))),
  ];
}

function grantTags(grants: readonly GrantFact[]): readonly string[] {
  const tags = (type: string, values: readonly (string | undefined)[]) =>
    sorted(values.filter((value) => value !== undefined)).map(
      (value) => `${type}:${grants[0]?.api}:${encodeTagText(value)}`,
    );
  const details = [
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
  // A grant without details still needs a tag.
  return details.length > 0 ? details : tags('grant', [PLAIN_GRANT]);
}

/** Sorts values by code point and removes duplicates. */
function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
