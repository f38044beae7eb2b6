import type { SubscriptionTemplate } from '../../edit/templates/application';
import {
  type ApiEntry,
  type Catalog,
  didYouMean,
  type Entry,
  type Environment,
  exposedOperations,
  isServedIn,
  listOf,
  type Partner,
  policyOf,
  scopeAlternatives,
} from '../../model';
import { purposeRules } from '../../view';
import { UsageError, UserError } from '../user-error';
import { ALL_TERMS, LEGAL_BASES, PURPOSES } from './terms';

/** The options of the command line for the first subscription of an application. */
export interface SubscriptionRequest {
  readonly api?: string | undefined;
  readonly tier?: string | undefined;
  readonly purpose?: string | undefined;
  readonly legalBasis?: string | undefined;
  /** Whether the application has a key and a certificate of its own. */
  readonly hasKey: boolean;
  readonly hasCertificate: boolean;
}

/**
 * The subscription to the API that the user named.
 *
 * @throws UsageError if the API or the tier does not exist, or if a required purpose or legal basis is missing
 */
export function subscriptionTo(catalog: Catalog, name: string, request: SubscriptionRequest): SubscriptionTemplate {
  const api = catalog.apis.get(name);
  if (!api) throw new UsageError(`api '${name}' does not exist`, didYouMean(name, catalog.apis.keys(), 'apis'));
  if (request.tier !== undefined && !api.value.tiers.includes(request.tier))
    throw new UsageError(
      `api '${name}' is not offered at tier '${request.tier}'`,
      didYouMean(request.tier, api.value.tiers, 'its tiers'),
    );
  const missing = missingTerms(catalog, api, request);
  if (missing.length > 0) {
    const why = api.value.personalData ? 'processes personal data' : 'has a consent policy';
    throw new UsageError(
      `api '${name}' ${why}, so a subscription requires ${missing.map(({ option }) => option).join(' and ')}`,
      hintFor(missing),
    );
  }
  const tier = request.tier ?? usableTier(catalog, api);
  if (tier === undefined)
    throw new UserError(`api '${name}' has no tier that accepts new subscriptions`, 'add one to its `tiers`');
  return subscriptionFor(api, tier, request);
}

/**
 * A subscription to the first API that is visible to the partner, is served in one of the environments, accepts the application's
 * credentials and requires no further option. Undefined if there is none.
 */
export function firstSubscription(
  catalog: Catalog,
  partner: Entry<Partner>,
  environments: readonly Entry<Environment>[],
  request: SubscriptionRequest,
): SubscriptionTemplate | undefined {
  for (const api of catalog.apis.values()) {
    const tier = usableTier(catalog, api);
    const isSuitable =
      tier !== undefined &&
      isVisible(api, partner) &&
      environments.some((environment) => isServedIn(api.value, environment.value)) &&
      (policyOf(catalog, api.value, 'token')?.value.signedBy === 'partner') === request.hasKey &&
      (request.hasCertificate || api.value.policies.mtls === undefined) &&
      missingTerms(catalog, api, request).length === 0;
    if (isSuitable) return subscriptionFor(api, tier, request);
  }
  return undefined;
}

interface MissingTerm {
  readonly option: string;
  readonly allowed: readonly string[];
}

/** The required terms that are missing or not allowed; only the user knows why the application calls the API. */
function missingTerms(catalog: Catalog, api: ApiEntry, request: SubscriptionRequest): readonly MissingTerm[] {
  const rules = purposeRules(catalog, api);
  const allowed = rules.allowed?.value ?? PURPOSES;
  const hasPurpose = request.purpose !== undefined && allowed.some((purpose) => purpose === request.purpose);
  return [
    ...(rules.purpose.value && !hasPurpose ? [{ option: '--purpose', allowed }] : []),
    ...(rules.legalBasis.value && request.legalBasis === undefined
      ? [{ option: '--legal-basis', allowed: LEGAL_BASES }]
      : []),
  ];
}

/** The allowed values: all that a policy allows, or a part of the vocabulary. */
function hintFor(missing: readonly MissingTerm[]): string {
  const lists = missing.map(({ option, allowed }) => listOf(allowed, `values of ${option}`));
  const isCut = missing.some(({ allowed }) => [PURPOSES, LEGAL_BASES].includes(allowed));
  return [...lists, ...(isCut ? [ALL_TERMS] : [])].join('; ');
}

/** The lowest of its tiers that accepts new subscriptions. */
function usableTier(catalog: Catalog, api: ApiEntry): string | undefined {
  return api.value.tiers.findLast((name) => ['active', 'draft'].includes(catalog.tiers.get(name)?.value.status ?? ''));
}

function subscriptionFor(
  api: ApiEntry,
  tier: string,
  { purpose, legalBasis }: SubscriptionRequest,
): SubscriptionTemplate {
  const needed = exposedOperations(api).map((operation) => scopeAlternatives(operation)[0] ?? []);
  const scopes = needed.find(({ length }) => length > 0) ?? [];
  return { api: api.name, tier, scopes, purpose, legalBasis };
}

function isVisible({ value: { visibility } }: ApiEntry, partner: Entry<Partner>): boolean {
  return typeof visibility === 'string' || visibility.partners.includes(partner.name);
}
