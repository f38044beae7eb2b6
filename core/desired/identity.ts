import { hash } from 'node:crypto';
import type { Json, JsonObject } from '../model';
import { canonicalJson } from '../model/base/canonical-json';

/**
 * Namespace of all ids that Gatewright assigns to entities: the UUIDv5 of `gatewright.dev` in the DNS namespace. Never change it:
 * another namespace would change the id of every live entity.
 */
const NAMESPACE = 'b40758d4-90db-5cd5-9fc7-494e825e2275';

/** Kinds of entities that have an id, as they appear in the name that is hashed. */
export type EntityKind =
  | 'acl'
  | 'ca-certificate'
  | 'consumer'
  | 'consumer-group'
  | 'jwt'
  | 'plugin'
  | 'route'
  | 'service';

/**
 * The id of an entity on the gateway: a UUIDv5 of `<environment>/<kind>/<name>`. The same catalog produces the same ids on every
 * machine, before anything is applied, so that stacks do not read each other's state.
 *
 * @param environment name of the Environment
 * @param name identifies the entity within its kind; parts are joined by `/`, which no name contains
 * @param forceNew every attribute whose change makes the provider replace the entity. The id contains a digest of them, so that a
 *   replacement has another id and can exist together with the entity that it replaces.
 */
export function kongId(environment: string, kind: EntityKind, name: string, forceNew?: JsonObject): string {
  const path = `${environment}/${kind}/${name}`;
  return uuidV5(NAMESPACE, forceNew === undefined ? path : `${path}/${digest(forceNew)}`);
}

/** Returns a name-based UUID with SHA-1 (RFC 9562, section 5.5). */
export function uuidV5(namespace: string, name: string): string {
  const input = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]);
  const hex = hash('sha1', input);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return groups.join('-');
}

/** The first 32 hexadecimal digits of the SHA-256 of a value's JSON with sorted keys. */
function digest(value: Json): string {
  return hash('sha256', canonicalJson(value)).slice(0, 32);
}
