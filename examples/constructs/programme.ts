/**
 * Constructs without a catalog: documents as plain data, and stacks built by a program. app.ts runs it.
 *
 * `gatewright check`, review and drift reports do not cover these resources, and synthesis warns about them. To have them checked,
 * write the same documents in YAML, or with `defineApi` and similar functions in `gatewright.catalog.ts`.
 */
import type { App } from 'cdktf';
import { CatalogApi, PartnerApplications, PartnerTier } from 'gatewright/constructs';
import { EnvironmentStack } from 'gatewright/stacks';
import { cornerShop, free, paid, parcelStatus, parcelStatusDefinition, policies, sandbox } from './documents';

/** The as-of date, which decides which subscriptions have started or ended. */
const asOf = '2026-11-21';

/** Adds the stacks of the example to an app. */
export function build(app: App): void {
  const environment = sandbox;
  const api = parcelStatus;
  const definition = parcelStatusDefinition;
  const tiers = [paid, free];

  const apis = new EnvironmentStack(app, 'sandbox_apis_logistics', { environment });
  new CatalogApi(apis, 'parcel-status', { api, definition, environment, tiers, policies });
  for (const tier of tiers) {
    // With portable plugins, this adds nothing; with native plugins, it adds the tier's group and its limits.
    new PartnerTier(apis, `parcel-status-${tier.name}`, { tier, api, definition, environment });
  }

  const partners = new EnvironmentStack(app, 'sandbox_partners_0', { environment });
  new PartnerApplications(partners, 'corner-shop', { environment, asOf, partner: cornerShop, apis: [api], tiers });
  // Consumers join groups of the APIs, so the APIs are applied first.
  partners.addDependency(apis);
}
