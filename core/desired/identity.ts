import { hash } from 'node:crypto';
import type { Json, JsonObject } from '../model';
import { canonicalJson } from '../model/base/canonical-json';

/**
 * Namespace of all ids that Gatewright gives to entities of Kong: the UUIDv5 of `gatewright.dev` in the DNS namespace.
 * It never changes: another namespace would give every live entity another id.
 */
const NAMESPACE = 'b40758d4-90db-5cd5-9fc7-494e825e2275';

/** Kinds of entities that are given an id, as the id's name spells them. */
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
 * Id of an entity on the gateway: a UUIDv5 of `<environment>/<kind>/<name>`. The same catalog gives the same ids on every
 * machine, before anything is applied, so stacks need nothing of each other's state.
 *
 * @param environment name of the Environment
 * @param name what identifies the entity within its kind; parts are joined by `/`, which no name contains
 * @param forceNew every attribute whose change makes the provider replace the entity. A digest of them becomes part of the
 *   id, so that the replacement is another entity and may exist beside the one that goes.
 */
export function kongId(environment: string, kind: EntityKind, name: string, forceNew?: JsonObject): string {
  const path = `${environment}/${kind}/${name}`;
  return uuidV5(NAMESPACE, forceNew === undefined ? path : `${path}/${digest(forceNew)}`);
}

/** A name-based UUID with SHA-1 (RFC 9562, section 5.5). */
export function uuidV5(namespace: string, name: string): string {
  const named = Buffer.concat([Buffer.from(namespace.replaceAll('-', ''), 'hex'), Buffer.from(name)]);
  const hex = hash('sha1', named);
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

/** First 32 hexadecimal digits of the SHA-256 of a value's JSON with sorted keys. */
function digest(value: Json): string {
  return hash('sha256', canonicalJson(value)).slice(0, 32);
}
