/**
 * Constructs without a catalog: documents as plain data, and the stacks put together by hand. app.ts runs it.
 *
 * What is made so is outside `gatewright check`, review and drift reports, and synthesis says so. Where that matters, write the
 * same documents in YAML, or with `defineApi` and its sisters in `gatewright.catalog.ts`.
 */
import type { App } from 'cdktf';
import { CatalogApi, PartnerApplications, PartnerTier } from 'gatewright/constructs';
import { EnvironmentStack } from 'gatewright/stacks';
import { cornerShop, free, paid, parcelStatus, parcelStatusDefinition, policies, sandbox } from './documents';

/** The day for which it is made; subscriptions begin and end by it. */
const asOf = '2026-11-21';

/** Puts the stacks of the example into an app. */
export function build(app: App): void {
  const environment = sandbox;
  const api = parcelStatus;
  const definition = parcelStatusDefinition;
  const tiers = [paid, free];

  const apis = new EnvironmentStack(app, 'sandbox_apis_logistics', { environment });
  new CatalogApi(apis, 'parcel-status', { api, definition, environment, tiers, policies });
  for (const tier of tiers) {
    // With portable plugins this adds nothing; with Enterprise's native ones it is the tier's group and its limits.
    new PartnerTier(apis, `parcel-status-${tier.name}`, { tier, api, definition, environment });
  }

  const partners = new EnvironmentStack(app, 'sandbox_partners_0', { environment });
  new PartnerApplications(partners, 'corner-shop', { environment, asOf, partner: cornerShop, apis: [api], tiers });
  // Consumers are placed in groups of the APIs, so these are applied first.
  partners.addDependency(apis);
}
