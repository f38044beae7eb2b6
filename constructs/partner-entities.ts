import type { Construct } from 'constructs';
import { consumerTags } from '../core/desired';
import { type Environment, firstNames } from '../core/model';
import type { ApplicationAccess } from '../core/view';
import { groupName, supportedTarget } from '../policies';
import { address } from './address';
import { consumerGroupId } from './consumer-group';
import { jwtCredentials } from './credentials';
import { kongId } from './identity';
import { MANAGED_BY } from './managed-by';
import { common } from './place';
import { populationsOf } from './populations';
import { Reference } from './reference';

/**
 * Adds to a stack what an application has on the gateway: its consumer, its credentials and its places in groups. An
 * application that has no place there adds nothing.
 *
 * @param owner the construct that asks
 * @throws Error when an address is taken, or a key cannot be used
 */
export function addApplication(owner: Construct, environment: Environment, access: ApplicationAccess): void {
  if (!access.present || !access.credentials) return;
  const application: PresentApplication = { owner, environment, access, ...identityOf(environment, access) };
  addConsumer(application, access.credentials.clientId);
  addJwtCredentials(application, access.credentials);
  const inGroups = supportedTarget(environment).plugins === 'native' ? addGroupMember : addAclEntry;
  for (const { api, tier, granted } of access.subscriptions) {
    if (granted) inGroups(application, api.name, tier.name);
  }
}

interface PresentApplication extends Identity {
  readonly owner: Construct;
  readonly environment: Environment;
  readonly access: ApplicationAccess;
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
}

function identityOf(environment: Environment, { application }: ApplicationAccess): Identity {
  const names = firstNames(application);
  const idName = address(...names);
  return {
    names,
    idName,
    consumerId: kongId(environment.name, 'consumer', idName),
    consumer: Reference.to('kong-gateway_consumer', idName),
  };
}

function addConsumer({ owner, environment, access, idName, consumerId }: PresentApplication, clientId: string): void {
  const config = {
    id: consumerId,
    username: access.application.id,
    customId: clientId,
    ...common(environment),
    tags: [MANAGED_BY, ...consumerTags({ access })],
  };
  populationsOf(owner).consumers.add(idName, config, owner);
}

/** Not with `create_before_destroy`: a key is unique on the gateway, so the old credential has to go first. */
function addJwtCredentials(
  { owner, environment, access, names, idName, consumerId, consumer }: PresentApplication,
  credentials: Parameters<typeof jwtCredentials>[0],
): void {
  const owned = `application '${access.application.id}'`;
  for (const { name, word, attributes } of jwtCredentials(credentials, owned)) {
    const forceNew = { consumer: consumerId, ...attributes, ...common(environment) };
    const config = {
      id: kongId(environment.name, 'jwt', `${idName}/${name}`, forceNew),
      consumerId: consumer.asString(),
      ...attributes,
      ...common(environment),
    };
    populationsOf(owner).jwtCredentials.add(address(...names, word), config, owner);
  }
}

/**
 * The address says application and API; id and group say the tier. So a change of tier is a replacement at one address, and
 * the new right is there before the old one goes.
 */
function addAclEntry(application: PresentApplication, api: string, tier: string): void {
  const { owner, environment, names, idName, consumerId, consumer } = application;
  const group = groupName(api, tier);
  const forceNew = { consumer: consumerId, group, ...common(environment) };
  const config = {
    id: kongId(environment.name, 'acl', `${idName}/${api}`, forceNew),
    consumerId: consumer.asString(),
    group,
    ...common(environment),
    lifecycle: { createBeforeDestroy: true },
  };
  populationsOf(owner).aclEntries.add(address(...names, api), config, owner);
}

/** As an ACL entry. The provider takes neither an id nor tags for it; the group stands in the API's stack. */
function addGroupMember(application: PresentApplication, api: string, tier: string): void {
  const { owner, environment, names, consumer } = application;
  const config = {
    consumerGroupId: consumerGroupId(environment.name, api, tier),
    consumerId: consumer.asString(),
    workspace: common(environment).workspace,
    lifecycle: { createBeforeDestroy: true },
  };
  populationsOf(owner).groupMembers.add(address(...names, api), config, owner);
}
