import { groupName, supportedTarget } from '../../../policies';
import {
  type Api,
  type Environment,
  type NamedValue,
  type OwnedApplication,
  originalNames,
  originOf,
  type Tier,
} from '../../model';
import type { ApplicationAccess, SubscriptionAccess } from '../../view';
import { address } from '../address';
import { consumerTags } from '../consumer-tags/consumer-tags';
import { type Entity, entity, type Subject } from '../entity';
import { common } from '../gateway/common';
import { consumerGroupId } from '../gateway/consumer-group';
import { kongId } from '../identity';
import { Reference } from '../reference';
import { jwtCredentials } from './credentials';

type Access = ApplicationAccess<OwnedApplication, NamedValue<Api>, NamedValue<Tier>>;
type Grant = SubscriptionAccess<NamedValue<Api>, NamedValue<Tier>>;

/**
 * The entities of an application: its consumer, credentials and group memberships. Empty if the application is absent from the gateway.
 *
 * @throws Error if a key is not usable
 */
export function applicationEntities(environment: Environment, access: Access): readonly Entity[] {
  if (!access.present || !access.credentials) return [];
  const application: PresentApplication = { environment, access, ...identityOf(environment, access) };
  const membership = supportedTarget(environment).plugins === 'native' ? groupMember : aclEntry;
  return [
    consumer(application, access.credentials.clientId),
    ...credentials(application, access.credentials),
    ...access.subscriptions.filter(({ granted }) => granted).map((grant) => membership(application, grant)),
  ];
}

interface PresentApplication extends Identity {
  readonly environment: Environment;
  readonly access: Access;
}

/** The names and ids that a rename does not change; on the gateway, a rename only changes the consumer's `username`. */
interface Identity {
  /** The first parts of all addresses of the application. */
  readonly names: readonly [partner: string, application: string];
  /** `<partner>_<application>` with original names; the ids of all its entities are derived from it. */
  readonly idName: string;
  readonly consumerId: string;
  /** The consumer's id as a reference, so that Terraform creates the consumer first. */
  readonly consumer: Reference;
  readonly subject: Subject;
}

function identityOf(environment: Environment, { application }: Access): Identity {
  const names = originalNames(application);
  const idName = address(...names);
  return {
    names,
    idName,
    consumerId: kongId(environment.name, 'consumer', idName),
    consumer: Reference.to('kong-gateway_consumer', idName),
    subject: { partner: application.partner.name, application: `${application.partner.name}/${application.name}` },
  };
}

function consumer(application: PresentApplication, clientId: string): Entity {
  const { environment, access, names, idName, consumerId, subject } = application;
  const { tags, workspace } = common(environment, { partner: names[0] });
  return entity({
    type: 'kong-gateway_consumer',
    address: idName,
    attributes: {
      id: consumerId,
      username: access.application.id,
      custom_id: clientId,
      tags: [...tags, ...consumerTags(access)],
      workspace,
    },
    subject,
    origins: [originOf(access.application)],
  });
}

/** Credentials are removed before they are replaced, because keys are unique on the gateway. */
function credentials(
  { environment, access, names, idName, consumerId, consumer, subject }: PresentApplication,
  registered: NonNullable<Access['credentials']>,
): readonly Entity[] {
  const jwts = jwtCredentials(registered, `application '${access.application.id}'`);
  return jwts.map(({ name, addressPart, index, attributes }) => {
    const shared = common(environment, { partner: names[0] });
    return entity({
      type: 'kong-gateway_jwt',
      address: address(...names, addressPart),
      attributes: {
        id: kongId(environment.name, 'jwt', `${idName}/${name}`, { consumer: consumerId, ...attributes, ...shared }),
        consumer_id: consumer,
        ...attributes,
        ...shared,
      },
      subject,
      origins: [originOf(access.application, ['credentials', environment.name, 'keys', index])],
    });
  });
}

/**
 * The address contains application and API, while id and group depend on the tier. A change of tier is therefore a replacement at the
 * same address, and the new entry is created before the old one is removed.
 */
function aclEntry(application: PresentApplication, grant: Grant): Entity {
  const { environment, names, idName, consumerId, consumer } = application;
  const api = grant.api.name;
  const group = groupName(api, grant.tier.name);
  const shared = common(environment, { partner: names[0], api });
  return entity({
    type: 'kong-gateway_acl',
    address: address(...names, api),
    attributes: {
      id: kongId(environment.name, 'acl', `${idName}/${api}`, { consumer: consumerId, group, ...shared }),
      consumer_id: consumer,
      group,
      ...shared,
    },
    replacedBeforeRemoval: true,
    ...provenance(application, grant),
  });
}

/** The native counterpart of an ACL entry. The provider accepts neither an id nor tags for it; the group is in the API's stack. */
function groupMember(application: PresentApplication, grant: Grant): Entity {
  const { environment, names, consumer } = application;
  const api = grant.api.name;
  return entity({
    type: 'kong-gateway_consumer_group_member',
    address: address(...names, api),
    attributes: {
      consumer_group_id: consumerGroupId(environment.name, api, grant.tier.name),
      consumer_id: consumer,
      workspace: common(environment).workspace,
    },
    replacedBeforeRemoval: true,
    ...provenance(application, grant),
  });
}

function provenance(
  { access, subject }: PresentApplication,
  { api, tier, index }: Grant,
): Pick<Entity, 'subject' | 'origins'> {
  return {
    subject: { ...subject, api: api.name, tier: tier.name },
    origins: [originOf(access.application, ['subscriptions', index])],
  };
}
