import type { JsonObject } from '../base/json';
import type { Path, Position } from '../base/position';
import type { Api, Application, MappedKinds, Partner, PolicyKinds } from '../kinds';
import type { Kind } from '../kinds/document-of';
import type { SpecifiedApi } from './specified-api';

/** A document under its name. */
export interface Valued<T> {
  readonly name: string;
  readonly value: T;
}

/** A checked document, frozen, that knows its place. */
export interface Entry<T> extends Valued<T> {
  /** The file that it is written in, as positions name it. */
  readonly file: string;
  /**
   * Position of a value in the document; of the nearest one above it where it is not written. Default: the document's name.
   * With 'key' the position of the map key that leads to the value: `at(['upstreams', 'sandbx'], 'key')`.
   */
  at(path?: Path, part?: 'value' | 'key'): Position;
}

export type Named<T> = ReadonlyMap<string, Entry<T>>;

/** An API with what its OpenAPI file says. */
export interface ApiEntry extends Entry<Api>, SpecifiedApi {
  readonly value: Api;
}

/** An application with the partner that it belongs to. */
export interface OwnedApplication extends Valued<Application> {
  readonly partner: Valued<Partner>;
  /** `<partner>_<application>`: the address of the application in the catalog and the name of its consumer. */
  readonly id: string;
}

/** An application of a catalog, whether it is written inside its partner or in a document of its own. */
export interface ApplicationEntry extends OwnedApplication, Entry<Application> {
  readonly partner: Entry<Partner>;
}

/** The policies of a catalog, by kind and name. Keys are those of `Api.policies`. */
export type PolicyEntries = { readonly [Key in keyof PolicyKinds]: Named<PolicyKinds[Key]> };

/** The documents of each kind that is not a policy, by name. */
export type CatalogMaps = { readonly [Name in keyof MappedKinds]: Named<MappedKinds[Name]> };

/**
 * A document with errors, or an application inside one, which is not part of the catalog. Its references are checked all the same,
 * so that a wrong one is reported in the same run. Its value is the valid part: invalid fields are missing, or null.
 */
export interface RejectedDocument {
  readonly kind: Kind;
  readonly entry: Entry<JsonObject>;
}

/**
 * A whole partner programme: checked, every reference resolved, frozen. Maps are sorted by name, so that whatever is made from
 * them never depends on the order of files.
 */
export interface Catalog extends Omit<CatalogMaps, 'apis' | 'applications'> {
  /**
   * The folder of the files, as positions begin with it.
   * @default positions name no folder
   */
  readonly root?: string;
  readonly apis: ReadonlyMap<string, ApiEntry>;
  /** By id, `<partner>_<application>`. */
  readonly applications: ReadonlyMap<string, ApplicationEntry>;
  readonly policies: PolicyEntries;
  /**
   * Documents that are in the files but not in the catalog, because they have errors: `<Kind>/<name>`, for an
   * application `Application/<partner>_<name>`; `<Kind>/*` if the name is unknown, `?/<name>` if the kind is, and `*` if a
   * file cannot be read at all. References to them are not reported.
   */
  readonly unread?: ReadonlySet<string>;
  /** Those of them that could be read, in the order of files. */
  readonly rejected?: readonly RejectedDocument[];
  /** Positions of OpenAPI files that no Api uses; empty if a file cannot be read, which may use them. */
  readonly unusedDefinitions?: readonly Position[];
}
