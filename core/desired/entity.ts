import type { Origin } from '../model';
import { Reference } from './reference';

/** What an entity is about, in the catalog's words. */
export interface Subject {
  readonly environment?: string;
  /** Name of a CA of client certificates in the environment. */
  readonly clientCa?: string;
  readonly api?: string;
  /** Id of an operation of the API. */
  readonly operation?: string;
  readonly tier?: string;
  readonly partner?: string;
  /** `<partner>/<application>` */
  readonly application?: string;
}

/** Attributes as the provider spells them: plain data and {@link Reference}s. An attribute that is undefined is not written. */
export type Attributes = Readonly<Record<string, unknown>>;

/** One entity of a gateway as it is to be: a resource of Terraform, as data. */
export interface Entity {
  /** Resource type: `kong-gateway_service`. */
  readonly type: string;
  /** The resource's name in its stack, from what never changes about the entity. Unique within type and cell. */
  readonly address: string;
  /** The id that the entity has on the gateway; undefined where the provider takes none. */
  readonly id: string | undefined;
  readonly attributes: Attributes;
  /** The resources of the same cell that its attributes name, `<type>.<address>`, sorted. Terraform makes those first. */
  readonly references: readonly string[];
  /** Resources of the same cell that have to be there first although no attribute names them, sorted. */
  readonly after: readonly string[];
  /** Address of the service whose routes let no call through before this entity is there, or after it went. */
  readonly guards: string | undefined;
  /** Address of the service whose guards have to be there first. */
  readonly guardedBy: string | undefined;
  /** Whether Terraform makes the replacement before it takes the entity away. */
  readonly replacedBeforeRemoval: boolean;
  readonly subject: Subject;
  /** Where it comes from, the document that decides first. */
  readonly origins: readonly Origin[];
}

/** What an entity is made of; what is left out is empty. */
export interface EntityInput
  extends Pick<Entity, 'type' | 'address' | 'attributes' | 'subject' | 'origins'>,
    Partial<Pick<Entity, 'after' | 'guards' | 'guardedBy' | 'replacedBeforeRemoval'>> {}

/**
 * An entity, frozen with all that it is made of: what several entities share, such as the scopes of an operation, stays as it is. Its id
 * and its references are read from the attributes.
 */
export function entity(parts: EntityInput): Entity {
  const { type, address, attributes, subject, origins } = parts;
  const { after = [], guards, guardedBy, replacedBeforeRemoval = false } = parts;
  const id = typeof attributes.id === 'string' ? attributes.id : undefined;
  const references = new Set<string>();
  freeze(attributes, references);
  freeze(subject, references);
  freeze(origins, references);
  return Object.freeze({
    type,
    address,
    id,
    attributes,
    references: Object.freeze([...references].sort()),
    after: Object.freeze([...after].sort()),
    guards,
    guardedBy,
    replacedBeforeRemoval,
    subject,
    origins,
  });
}

/** The name of an entity within its cell: `kong-gateway_service.sim-swap`. */
export function addressOf({ type, address }: Pick<Entity, 'type' | 'address'>): string {
  return `${type}.${address}`;
}

/** Freezes a value at all depths, and adds the resources that it names. */
function freeze(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  if (value instanceof Reference) found.add(value.resource);
  else for (const item of Array.isArray(value) ? value : Object.values(value)) freeze(item, found);
}
