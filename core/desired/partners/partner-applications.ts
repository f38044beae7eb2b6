import {
  type Api,
  type Application,
  type ApplicationDocument,
  applicationId,
  type ContractTemplate,
  type Environment,
  type NamedValue,
  type OwnedApplication,
  type Partner,
  partiesOf,
  type Tier,
} from '../../model';
import { requireValidAsOf } from '../../model/units';
import { type AgreementDocuments, accessOf } from '../../view';
import type { Entity } from '../entity';
import { applicationEntities } from './application';

export interface PartnerApplicationsProps {
  readonly environment: Environment;
  /** The as-of date, 'YYYY-MM-DD' in UTC. */
  readonly asOf: string;
  readonly partner: Partner;
  /**
   * The partner's applications that are separate documents.
   * @default only the applications in the partner's document
   */
  readonly applications?: readonly ApplicationDocument[];
  /** The APIs that its applications subscribe to. */
  readonly apis: readonly Api[];
  /** The tiers that they subscribe at. */
  readonly tiers: readonly Tier[];
  /**
   * The resellers through which the partner or the owners of its applications buy, and those owners.
   * @default none: the partner buys directly
   */
  readonly partners?: readonly Partner[];
  /**
   * The templates of the contracts of those who buy through a reseller: they say what happens if the reseller leaves.
   * @default none: no one buys through a reseller
   */
  readonly contractTemplates?: readonly ContractTemplate[];
}

/**
 * The entities of a partner's applications: for each a consumer and its credentials, and a group membership for each subscription that
 * is granted in the environment on the date. A partner has no entities of its own.
 *
 * @throws Error if `asOf` is not a date, an application belongs to another partner, or a document that access depends on is missing in
 *   the props: an API, a tier, an owner, a reseller, or the contract template of someone who buys through a reseller
 */
export function partnerApplications(props: PartnerApplicationsProps): readonly Entity[] {
  const { environment, asOf, partner, applications = [], apis, tiers, partners = [], contractTemplates = [] } = props;
  requireValidAsOf(asOf);
  const given = {
    apis: byName(apis),
    tiers: byName(tiers),
    partners: byName([...partners, partner]),
    contractTemplates: byName(contractTemplates),
  };
  const embedded = (partner.applications ?? []).map((application) => ownedBy(partner, application));
  const separate = applications.map((document) => requireOwned(partner, document));
  return [...embedded, ...separate].flatMap((application) => {
    for (const { api, tier } of application.value.subscriptions ?? []) {
      requireGiven('api', api, given.apis, application.id);
      requireGiven('tier', tier, given.tiers, application.id);
    }
    requireParties(application, given);
    return applicationEntities(environment, accessOf(given, application, environment, asOf));
  });
}

function requireOwned(partner: Partner, document: ApplicationDocument): OwnedApplication {
  if (document.partner === partner.name) return ownedBy(partner, document);
  throw new Error(
    `Application '${document.name}' belongs to partner '${document.partner}', not to partner '${partner.name}'; pass it with its own partner`,
  );
}

function ownedBy(partner: Partner, application: Application): OwnedApplication {
  const { name } = application;
  return {
    name,
    value: application,
    partner: { name: partner.name, value: partner },
    id: applicationId(partner.name, name),
  };
}

function byName<T extends { readonly name: string }>(documents: readonly T[]): ReadonlyMap<string, NamedValue<T>> {
  return new Map(documents.map((value) => [value.name, { name: value.name, value }]));
}

/** Requires the documents of every partner through which an application's owner buys. Without them, access would not end with a reseller. */
function requireParties(application: OwnedApplication, { partners, contractTemplates }: AgreementDocuments): void {
  const { onBehalfOf } = application.value;
  const label = `application '${application.id}'`;
  if (onBehalfOf !== undefined && !partners.has(onBehalfOf)) {
    throw new Error(missing(`${label} has the owner '${onBehalfOf}'`, 'partners'));
  }
  const { owner, resellers } = partiesOf(partners, application);
  for (const { name, value } of [owner, ...resellers]) {
    // The owner of an application that a reseller runs buys through that reseller.
    const isRun = name === owner.name && name !== application.partner.name;
    if (isRun || value.reseller === undefined || partners.has(value.reseller)) continue;
    throw new Error(missing(`partner '${name}' buys through reseller '${value.reseller}'`, 'partners'));
  }
  const { template } = owner.value.contract;
  if (resellers.length > 0 && !contractTemplates.has(template)) {
    throw new Error(
      missing(`the contract of partner '${owner.name}' has the template '${template}'`, 'contractTemplates'),
    );
  }
}

function requireGiven(kind: string, name: string, given: ReadonlyMap<string, unknown>, application: string): void {
  if (!given.has(name))
    throw new Error(missing(`application '${application}' subscribes to ${kind} '${name}'`, `${kind}s`));
}

function missing(what: string, prop: string): string {
  return `${what}, which is missing in ${prop}; add it`;
}
