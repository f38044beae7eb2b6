import type { ConsentPolicy } from './kinds';

/** The field of a live check that its source has no use for, so that nobody would look at what it says; undefined: there is none. */
export function strayConsentField(
  live: Pick<NonNullable<ConsentPolicy['live']>, 'source' | 'authorization' | 'otherwise'>,
): 'authorization' | 'otherwise' | undefined {
  const field = live.source === 'consent-info' ? 'authorization' : 'otherwise';
  return live[field] === undefined ? undefined : field;
}

/** The lists of addresses at which a policy asks for consent, each by environment, and where they stand in it. */
export function consentUrls({ live }: Pick<ConsentPolicy, 'live'>): readonly {
  readonly path: readonly string[];
  readonly urls: Readonly<Record<string, string>>;
}[] {
  if (!live) return [];
  const urls = [{ path: ['live', 'urls'], urls: live.urls }];
  return live.otherwise ? [...urls, { path: ['live', 'otherwise', 'urls'], urls: live.otherwise.urls }] : urls;
}
