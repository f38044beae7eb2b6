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

/** What the command line says of the first subscription of an application. */
export interface WantedSubscription {
  readonly api?: string | undefined;
  readonly tier?: string | undefined;
  readonly purpose?: string | undefined;
  readonly legalBasis?: string | undefined;
  /** Whether the application has a key and a certificate of its own. */
  readonly hasKey: boolean;
  readonly hasCertificate: boolean;
}

/**
 * The subscription to the API that is asked for.
 *
 * @throws UsageError when there is no such API or tier, or when the API needs a purpose or a legal basis that is not given
 */
export function subscriptionTo(catalog: Catalog, name: string, wanted: WantedSubscription): SubscriptionTemplate {
  const api = catalog.apis.get(name);
  if (!api) throw new UsageError(`there is no api '${name}'`, didYouMean(name, catalog.apis.keys(), 'apis'));
  if (wanted.tier !== undefined && !api.value.tiers.includes(wanted.tier))
    throw new UsageError(
      `api '${name}' is not offered at tier '${wanted.tier}'`,
      didYouMean(wanted.tier, api.value.tiers, 'its tiers'),
    );
  const missing = missingTerms(catalog, api, wanted);
  if (missing.length > 0) {
    const why = api.value.personalData ? 'touches personal data' : 'has a consent policy';
    throw new UsageError(
      `api '${name}' ${why}, so a subscription needs ${missing.map(({ option }) => option).join(' and ')}`,
      hintFor(missing),
    );
  }
  const tier = wanted.tier ?? usableTier(catalog, api);
  if (tier === undefined)
    throw new UserError(`api '${name}' has no tier that takes new subscriptions`, 'add one to its `tiers`');
  return filled(api, tier, wanted);
}

/**
 * Something to begin with: an API that the partner sees in the environments and can call with the credentials that it has, and for
 * which nothing has to be decided that is not given. Undefined where there is none.
 */
export function firstSubscription(
  catalog: Catalog,
  partner: Entry<Partner>,
  environments: readonly Entry<Environment>[],
  wanted: WantedSubscription,
): SubscriptionTemplate | undefined {
  for (const api of catalog.apis.values()) {
    const tier = usableTier(catalog, api);
    const suits =
      tier !== undefined &&
      isVisible(api, partner) &&
      environments.some((environment) => isServedIn(api.value, environment.value)) &&
      (policyOf(catalog, api.value, 'token')?.value.signedBy === 'partner') === wanted.hasKey &&
      (wanted.hasCertificate || api.value.policies.mtls === undefined) &&
      missingTerms(catalog, api, wanted).length === 0;
    if (suits) return filled(api, tier, wanted);
  }
  return undefined;
}

interface MissingTerm {
  readonly option: string;
  readonly allowed: readonly string[];
}

/** What has to be decided by whoever knows why the application calls the API. */
function missingTerms(catalog: Catalog, api: ApiEntry, wanted: WantedSubscription): readonly MissingTerm[] {
  const rules = purposeRules(catalog, api);
  const allowed = rules.allowed?.value ?? PURPOSES;
  const hasPurpose = wanted.purpose !== undefined && allowed.some((purpose) => purpose === wanted.purpose);
  return [
    ...(rules.purpose.value && !hasPurpose ? [{ option: '--purpose', allowed }] : []),
    ...(rules.legalBasis.value && wanted.legalBasis === undefined
      ? [{ option: '--legal-basis', allowed: LEGAL_BASES }]
      : []),
  ];
}

/** What may be given: all where a policy allows a few, else some of the vocabulary. */
function hintFor(missing: readonly MissingTerm[]): string {
  const lists = missing.map(({ option, allowed }) => listOf(allowed, `values of ${option}`));
  const isCut = missing.some(({ allowed }) => [PURPOSES, LEGAL_BASES].includes(allowed));
  return [...lists, ...(isCut ? [ALL_TERMS] : [])].join('; ');
}

/** The least of its tiers that takes new subscriptions. */
function usableTier(catalog: Catalog, api: ApiEntry): string | undefined {
  return api.value.tiers.findLast((name) => ['active', 'draft'].includes(catalog.tiers.get(name)?.value.status ?? ''));
}

function filled(api: ApiEntry, tier: string, { purpose, legalBasis }: WantedSubscription): SubscriptionTemplate {
  const needed = exposedOperations(api).map((operation) => scopeAlternatives(operation)[0] ?? []);
  const scopes = needed.find(({ length }) => length > 0) ?? [];
  return { api: api.name, tier, scopes, purpose, legalBasis };
}

function isVisible({ value: { visibility } }: ApiEntry, partner: Entry<Partner>): boolean {
  return typeof visibility === 'string' || visibility.partners.includes(partner.name);
}
