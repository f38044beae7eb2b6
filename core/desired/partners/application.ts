import { groupName, supportedTarget } from '../../../policies';
import {
  type Api,
  type Environment,
  type OwnedApplication,
  originalNames,
  originOf,
  type Tier,
  type Valued,
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

type Access = ApplicationAccess<OwnedApplication, Valued<Api>, Valued<Tier>>;

/**
 * What an application has on the gateway: its consumer, its credentials and its places in groups. An application that is absent
 * there has nothing.
 *
 * @throws Error when a key cannot be used
 */
export function applicationEntities(environment: Environment, access: Access): readonly Entity[] {
  if (!access.present || !access.credentials) return [];
  const application: PresentApplication = { environment, access, ...identityOf(environment, access) };
  const inGroup = supportedTarget(environment).plugins === 'native' ? groupMember : aclEntry;
  return [
    consumer(application, access.credentials.clientId),
    ...credentials(application, access.credentials),
    ...access.subscriptions.filter(({ granted }) => granted).map((held) => inGroup(application, held)),
  ];
}

interface PresentApplication extends Identity {
  readonly environment: Environment;
  readonly access: Access;
}

/** What a rename leaves as it is: of the names on the gateway it changes the consumer's `username` alone. */
interface Identity {
  /** The first parts of every address of the application's. */
  readonly names: readonly [partner: string, application: string];
  /** What the names of its entities' ids begin with: `<partner>_<application>`, both by their first name. */
  readonly idName: string;
  readonly consumerId: string;
  /** The consumer's id as a reference: Terraform then makes the consumer before what belongs to it. */
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

/** Not replaced before removal: a key is unique on the gateway, so the old credential has to go first. */
function credentials(
  { environment, access, names, idName, consumerId, consumer, subject }: PresentApplication,
  written: NonNullable<Access['credentials']>,
): readonly Entity[] {
  return jwtCredentials(written, `application '${access.application.id}'`).map(({ name, word, index, attributes }) => {
    const shared = common(environment, { partner: names[0] });
    return entity({
      type: 'kong-gateway_jwt',
      address: address(...names, word),
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
 * The address says application and API; id and group say the tier. So a change of tier is a replacement at one address, and
 * the new right is there before the old one goes.
 */
function aclEntry(application: PresentApplication, held: SubscriptionAccess<Valued<Api>, Valued<Tier>>): Entity {
  const { environment, names, idName, consumerId, consumer } = application;
  const api = held.api.name;
  const group = groupName(api, held.tier.name);
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
    ...grantOf(application, held),
  });
}

/** As an ACL entry. The provider takes neither an id nor tags for it; the group is in the API's stack. */
function groupMember(application: PresentApplication, held: SubscriptionAccess<Valued<Api>, Valued<Tier>>): Entity {
  const { environment, names, consumer } = application;
  const api = held.api.name;
  return entity({
    type: 'kong-gateway_consumer_group_member',
    address: address(...names, api),
    attributes: {
      consumer_group_id: consumerGroupId(environment.name, api, held.tier.name),
      consumer_id: consumer,
      workspace: common(environment).workspace,
    },
    replacedBeforeRemoval: true,
    ...grantOf(application, held),
  });
}

function grantOf(
  { access, subject }: PresentApplication,
  { api, tier, index }: SubscriptionAccess<Valued<Api>, Valued<Tier>>,
): Pick<Entity, 'subject' | 'origins'> {
  return {
    subject: { ...subject, api: api.name, tier: tier.name },
    origins: [originOf(access.application, ['subscriptions', index])],
  };
}
