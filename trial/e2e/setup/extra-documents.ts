import { type Catalog, windowField } from '../../../core/model';
import type { CatalogCopy } from './catalog-copy';
import { contractLike } from './contract';
import type { Grant } from './grant';

/** A tier of the run. */
export interface ExtraTier {
  readonly name: string;
  readonly window: 'second' | 'hour' | 'day';
  readonly limit: number;
}

/** A limit that is soon reached. */
export const FEW: ExtraTier = { name: 'e2e-few', window: 'hour', limit: 20 };
/** Limits above what a run sends. */
export const SOME: ExtraTier = { name: 'e2e-some', window: 'hour', limit: 500_000 };
export const MANY: ExtraTier = { name: 'e2e-many', window: 'hour', limit: 1_000_000 };
/** A limit per second, for the load steps. */
export const STEADY: ExtraTier = { name: 'e2e-steady', window: 'second', limit: 40 };

/** A quota that is soon used up. */
export const QUOTA: ExtraTier = { name: 'e2e-quota', window: 'day', limit: 5 };
/** A tier whose terms change. */
export const CHANGED: ExtraTier = { name: 'e2e-changed', window: 'hour', limit: 110_000 };

/** The API's own limit, far above the capacity of a gateway, so that it does not affect measurements. */
const OWN_LIMIT = { second: 1_000_000 };

/** Highest first. */
const TIERS = [MANY, SOME, CHANGED, STEADY, FEW, QUOTA];

/** Original name of each partner's application. */
const ORIGINAL_NAME = 'app';

/** A partner of the run, with one application. */
export interface ExtraPartner {
  readonly name: string;
  readonly tier: ExtraTier;
  /**
   * @default developer
   */
  readonly type?: 'developer' | 'reseller' | undefined;
  /** The partner through which it buys. */
  readonly reseller?: string | undefined;
  /** Date from which it is suspended. */
  readonly suspended?: string | undefined;
  /**
   * The current name of its application.
   * @default `app`, the original name
   */
  readonly application?: string | undefined;
}

/**
 * Adds partners and tiers to a catalog, so that steps can use up limits and suspend applications without changing those of the
 * sample. Replaces partners that were added before.
 *
 * @param template the grant that every partner gets; its API takes tokens of the issuer, without mTLS
 */
export function addExtraDocuments(
  copy: CatalogCopy,
  catalog: Catalog,
  template: Grant,
  partners: readonly ExtraPartner[],
): void {
  copy.edit('Api', (document, name) => {
    if (name !== template.api.name) return;
    const tiers = (document.toJS() as { readonly tiers: readonly string[] }).tiers;
    document.set('tiers', [...new Set([...tiers, ...TIERS.map((tier) => tier.name)])]);
    document.set('visibility', 'public');
  });
  copy.edit('RateLimitPolicy', (document, name) => {
    if (name === template.api.value.policies.rateLimit) document.set('limits', OWN_LIMIT);
  });
  const team = catalog.teams.keys().next().value ?? 'team';
  const documents = [...TIERS.map(tierDocument), ...partners.map((one) => partnerDocument(one, template, team))];
  copy.write('e2e.yaml', documents.join('---\n'));
}

function tierDocument({ name, window, limit }: ExtraTier): string {
  return `kind: Tier
name: ${name}
title: ${name}
status: draft
version: 1.0.0
${windowField(window)}: { ${window}: ${limit} }
`;
}

function partnerDocument(
  { name, tier, type = 'developer', reseller, suspended, application = ORIGINAL_NAME }: ExtraPartner,
  template: Grant,
  team: string,
): string {
  const { api, subscription } = template;
  const { scopes, purpose, legalBasis } = subscription.subscription;
  const granted = { api: api.name, tier: tier.name, scopes, purpose, legalBasis };
  return `kind: Partner
name: ${name}
title: ${name}
type: ${type}
${reseller === undefined ? '' : `reseller: ${reseller}\n`}organization: { name: ${name}, legalEntity: false, country: ES }
owner: ${team}
contacts: [{ role: technical, email: api@${name}.example }]
contract: ${contractLike(template, `legal@${name}.example`)}
approval: { status: approved, on: 2026-01-01, by: partners@operator.example }
${suspended === undefined ? '' : `suspended: { since: ${suspended}, by: partners@operator.example, reason: a trial }\n`}applications:
  - name: ${application}${application === ORIGINAL_NAME ? '' : `\n    renamedFrom: ${ORIGINAL_NAME}`}
    title: App
    credentials: { sandbox: { clientId: ${name}-client } }
    subscriptions: [${JSON.stringify(granted)}]
`;
}
