import {
  type Api,
  type Application,
  type ApplicationDocument,
  applicationId,
  type Environment,
  type OwnedApplication,
  type Partner,
  type Tier,
  type Valued,
} from '../../model';
import { requireAsOf } from '../../model/units';
import { accessOf } from '../../view';
import type { Entity } from '../entity';
import { applicationEntities } from './application';

export interface PartnerApplicationsProps {
  readonly environment: Environment;
  /** The day on which it is to hold, 'YYYY-MM-DD' in UTC. */
  readonly asOf: string;
  readonly partner: Partner;
  /**
   * Applications of the partner that have a document of their own.
   * @default none besides those inside the partner's document
   */
  readonly applications?: readonly ApplicationDocument[];
  /** The APIs that its applications subscribe to. */
  readonly apis: readonly Api[];
  /** The tiers at which they do. */
  readonly tiers: readonly Tier[];
}

/**
 * What a partner's applications have on the gateway: a consumer and its credentials for each, and a place in a group for each
 * subscription that holds in this environment on this day. A partner has no entity of its own, so a partner that is absent has
 * none at all.
 *
 * @throws Error when `asOf` is not a date, or an application is another partner's, or subscribes to what was not given
 */
export function partnerApplications(props: PartnerApplicationsProps): readonly Entity[] {
  const { environment, asOf, partner, applications = [], apis, tiers } = props;
  requireAsOf(asOf);
  const given = { apis: byName(apis), tiers: byName(tiers) };
  const inside = (partner.applications ?? []).map((application) => owned(partner, application));
  return [...inside, ...applications.map((document) => ofItsOwn(partner, document))].flatMap((application) => {
    for (const { api, tier } of application.value.subscriptions ?? []) {
      requireGiven('api', api, given.apis, application.id);
      requireGiven('tier', tier, given.tiers, application.id);
    }
    return applicationEntities(environment, accessOf(given, application, environment, asOf));
  });
}

function ofItsOwn(partner: Partner, document: ApplicationDocument): OwnedApplication {
  if (document.partner === partner.name) return owned(partner, document);
  throw new Error(
    `Application '${document.name}' is of partner '${document.partner}' and was given with partner '${partner.name}'; give it with its own partner`,
  );
}

function owned(partner: Partner, application: Application): OwnedApplication {
  const { name } = application;
  return {
    name,
    value: application,
    partner: { name: partner.name, value: partner },
    id: applicationId(partner.name, name),
  };
}

function byName<T extends { readonly name: string }>(documents: readonly T[]): ReadonlyMap<string, Valued<T>> {
  return new Map(documents.map((value) => [value.name, { name: value.name, value }]));
}

function requireGiven(what: string, name: string, given: ReadonlyMap<string, unknown>, application: string): void {
  if (given.has(name)) return;
  throw new Error(
    `application '${application}' subscribes to ${what} '${name}', which was not given; add it to ${what}s`,
  );
}
