import {
  type Api,
  type Application,
  type ApplicationDocument,
  applicationId,
  type Environment,
  type NamedValue,
  type OwnedApplication,
  type Partner,
  type Tier,
} from '../../model';
import { requireValidAsOf } from '../../model/units';
import { accessOf } from '../../view';
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
}

/**
 * The entities of a partner's applications: for each a consumer and its credentials, and a group membership for each subscription that
 * is granted in the environment on the date. A partner has no entities of its own.
 *
 * @throws Error if `asOf` is not a date, an application belongs to another partner, or it subscribes to an API or tier that is missing
 *   in the props
 */
export function partnerApplications(props: PartnerApplicationsProps): readonly Entity[] {
  const { environment, asOf, partner, applications = [], apis, tiers } = props;
  requireValidAsOf(asOf);
  const given = { apis: byName(apis), tiers: byName(tiers) };
  const embedded = (partner.applications ?? []).map((application) => ownedBy(partner, application));
  const separate = applications.map((document) => requireOwned(partner, document));
  return [...embedded, ...separate].flatMap((application) => {
    for (const { api, tier } of application.value.subscriptions ?? []) {
      requireGiven('api', api, given.apis, application.id);
      requireGiven('tier', tier, given.tiers, application.id);
    }
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

function requireGiven(kind: string, name: string, given: ReadonlyMap<string, unknown>, application: string): void {
  if (given.has(name)) return;
  throw new Error(`application '${application}' subscribes to ${kind} '${name}', which is missing in ${kind}s; add it`);
}
