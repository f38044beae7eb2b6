import type { ConsentPolicy } from './kinds';

/** The field of a live consent check that has no effect with its source, if it is set. */
export function unusedConsentField(
  live: Pick<NonNullable<ConsentPolicy['live']>, 'source' | 'authorization' | 'otherwise'>,
): 'authorization' | 'otherwise' | undefined {
  const field = live.source === 'consent-info' ? 'authorization' : 'otherwise';
  return live[field] === undefined ? undefined : field;
}

/** The URLs at which a policy checks consent, by environment, together with their paths in the document. */
export function consentUrls({ live }: Pick<ConsentPolicy, 'live'>): readonly {
  readonly path: readonly string[];
  readonly urls: Readonly<Record<string, string>>;
}[] {
  if (!live) return [];
  const urls = [{ path: ['live', 'urls'], urls: live.urls }];
  return live.otherwise ? [...urls, { path: ['live', 'otherwise', 'urls'], urls: live.otherwise.urls }] : urls;
}
