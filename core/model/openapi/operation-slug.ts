import { createHash } from 'node:crypto';
import type { Operation } from './definition';

/** Maximum length of a slug. With the name of the API before it, the route name fits into the limits of plugins. */
const MAX_SLUG = 240;

/**
 * The ID of an operation in lower-case words joined by hyphens, for names of routes and addresses: `checkSimSwap` becomes
 * `check-sim-swap`, `getHTTPStatus` becomes `get-http-status`, `GET /users/{id}` becomes `get-users-id`. Different IDs may have the same
 * slug; {@link operationSlugs} makes them unique.
 */
export function operationSlug(id: string): string {
  const slug = id
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z]/.test(slug) ? slug : slug === '' ? 'operation' : `operation-${slug}`;
}

/**
 * The unique slug of every operation of an API, by ID. If several operations have the same slug, all except the one with the plainest ID
 * get a digest of their ID appended, so that a new operation never renames an existing one. IDs that are not ASCII, whose slug keeps
 * little of them, and very long IDs always get the digest.
 */
export function operationSlugs(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const claims = new Map<string, Operation[]>();
  for (const operation of operations) {
    const slug = operationSlug(operation.id);
    claims.set(slug, [...(claims.get(slug) ?? []), operation]);
  }
  const slugs = new Map<string, string>();
  for (const [slug, claiming] of claims) {
    const plainest = claiming.length === 1 ? claiming[0] : plainestOf(slug, claiming);
    for (const operation of claiming) {
      const isPlain = operation === plainest && slug.length <= MAX_SLUG && isAscii(operation.id);
      slugs.set(operation.id, isPlain ? slug : withDigest(slug, operation.id));
    }
  }
  return slugs;
}

/** The operation whose ID is the slug in camel case, or else a method and a path that lose only slashes. */
function plainestOf(slug: string, claiming: readonly Operation[]): Operation | undefined {
  const camel = slug.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return (
    claiming.find(({ id }) => id === camel) ??
    claiming.find(
      ({ id, method, path }) => id === `${method} ${path}` && /^(\/[a-z0-9]+)+$/.test(path) && !path.endsWith('/'),
    )
  );
}

function withDigest(slug: string, id: string): string {
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 12);
  return `${slug.slice(0, MAX_SLUG - 13).replace(/-$/, '')}-${digest}`;
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
