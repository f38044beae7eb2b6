import { Construct } from 'constructs';
import type { Api, ApplicationDocument, Environment, Partner, Tier } from '../core/model';
import { accessOf } from '../core/view';
import { apiEntryOf, applicationEntriesOf, entriesOf, entryOf, validate } from './documents';
import { addApplication } from './partner-entities';

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
 * subscription that holds in this environment on this day. A partner has no entity of its own, so a partner that is away has
 * none at all.
 */
export class PartnerApplications extends Construct {
  /** @throws Error when a document is not valid, or an application subscribes to what was not given */
  constructor(scope: Construct, id: string, props: PartnerApplicationsProps) {
    super(scope, id);
    const { environment, asOf, partner, applications = [], apis, tiers } = props;
    validate(environment);
    const given = { apis: new Map(apis.map((api) => [api.name, apiEntryOf(api)])), tiers: entriesOf(tiers) };
    for (const application of applicationEntriesOf(entryOf(partner), applications)) {
      for (const { api, tier } of application.value.subscriptions ?? []) {
        requireGiven('api', api, given.apis, application.id);
        requireGiven('tier', tier, given.tiers, application.id);
      }
      addApplication(this, environment, accessOf(given, application, environment, asOf));
    }
  }
}

function requireGiven(what: string, name: string, given: ReadonlyMap<string, unknown>, application: string): void {
  if (given.has(name)) return;
  throw new Error(
    `application '${application}' subscribes to ${what} '${name}', which was not given; add it to ${what}s`,
  );
}
