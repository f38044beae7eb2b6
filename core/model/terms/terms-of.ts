import { canonicalJson } from '../base/canonical-json';
import type { Catalog } from '../catalog/catalog';
import { TERMS_FIELDS, type Terms } from '../catalog/terms-file';
import { withDefaults } from '../defaults';
import type { Tier } from '../kinds';
import { slaFallback } from './sla-fallback';

/** Lists in which the order has a meaning. */
const ORDERED: ReadonlySet<string> = new Set(['graduated', 'volume', 'steps']);

/**
 * The terms of a tier as its document, and the APIs that partners can use at it, have them now: what `gatewright seal` writes.
 *
 * @param apis the APIs of the catalog
 */
export function termsOf({ apis }: Pick<Catalog, 'apis'>, tier: Tier): Terms {
  const complete = withDefaults('Tier', tier) as Tier;
  const fields = TERMS_FIELDS.flatMap((field) =>
    complete[field] === undefined ? [] : [[field, sorted(complete[field], field)] as const],
  );
  const fallbacks = [...apis.values()].flatMap(({ name, value }) => {
    // Nothing is promised before an API is published, and nothing more once it is retired.
    const isPromised = value.lifecycle === 'published' || value.lifecycle === 'deprecated';
    const sla = isPromised && value.tiers.includes(tier.name) ? slaFallback(tier.sla, value.sla) : undefined;
    return sla ? [[name, { sla: sorted(sla, 'sla') }] as const] : [];
  });
  return {
    ...Object.fromEntries(fields),
    ...(fallbacks.length > 0 && { apis: Object.fromEntries(fallbacks) }),
  } as Terms;
}

/** Whether terms are the same. Defaults that one of them does not write out make no difference. */
export function equalTerms(a: Terms, b: Terms): boolean {
  return canonicalJson(normalizedTerms(a)) === canonicalJson(normalizedTerms(b));
}

/** Terms with the defaults of this version of Gatewright, which may know more fields than the one that wrote them. */
export function normalizedTerms(terms: Terms): Terms {
  const { apis, ...fields } = terms;
  const document = { kind: 'Tier', name: 'tier', title: 'Tier', status: 'active', version: '1.0.0' } as const;
  const none = new Map<never, never>();
  return { ...termsOf({ apis: none }, { ...document, ...fields }), ...(apis && { apis }) };
}

/** A copy in which lists whose order has no meaning are sorted. */
function sorted(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item, ''));
    return ORDERED.has(key) ? items : items.sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, sorted(item, name)]));
}
