import type { Origin } from '../model';
import { Reference } from './reference';

/** The documents that an entity belongs to, by their names in the catalog. */
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

/** Attributes by their names in the provider: plain data and {@link Reference}s. Undefined attributes are not written. */
export type Attributes = Readonly<Record<string, unknown>>;

/** One gateway object in its desired state, as data; in Terraform, a resource. */
export interface Entity {
  /** Resource type: `kong-gateway_service`. */
  readonly type: string;
  /** The resource's name in its stack, made of names that never change. Unique within type and cell. */
  readonly address: string;
  /** The entity's id on the gateway; undefined if the provider does not accept one. */
  readonly id: string | undefined;
  readonly attributes: Attributes;
  /** The resources of the same cell that its attributes refer to, `<type>.<address>`, sorted. Terraform creates those first. */
  readonly references: readonly string[];
  /** Further resources of the same cell that must be created first, sorted. */
  readonly after: readonly string[];
  /** Address of the service whose routes must not exist without this entity. */
  readonly guards: string | undefined;
  /** Address of the service whose guards must be created first. */
  readonly guardedBy: string | undefined;
  /** Whether Terraform creates a replacement before it removes the entity. */
  readonly replacedBeforeRemoval: boolean;
  readonly subject: Subject;
  /** The documents that the entity comes from, the decisive one first. */
  readonly origins: readonly Origin[];
}

/** The input of {@link entity}; omitted fields are empty. */
export interface EntityInput
  extends Pick<Entity, 'type' | 'address' | 'attributes' | 'subject' | 'origins'>,
    Partial<Pick<Entity, 'after' | 'guards' | 'guardedBy' | 'replacedBeforeRemoval'>> {}

/**
 * Creates an entity, deeply frozen because entities share values such as the scopes of an operation. Its id and references are taken
 * from the attributes.
 */
export function entity(input: EntityInput): Entity {
  const { type, address, attributes, subject, origins } = input;
  const { after = [], guards, guardedBy, replacedBeforeRemoval = false } = input;
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

/** Freezes a value deeply, and adds the resources that it refers to to a set. */
function freeze(value: unknown, references: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  if (value instanceof Reference) references.add(value.resource);
  else for (const item of Array.isArray(value) ? value : Object.values(value)) freeze(item, references);
}
