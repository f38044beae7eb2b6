import type { JsonObject } from '../base/json';
import type { Path, Position } from '../base/position';
import type { Api, Application, MappedKinds, Partner, PolicyKinds } from '../kinds';
import type { Kind } from '../kinds/document-of';
import type { SpecifiedApi } from './specified-api';
import type { TermsFile } from './terms-file';

/** A document with its name. */
export interface NamedValue<T> {
  readonly name: string;
  readonly value: T;
}

/** A valid document, frozen, together with its positions. */
export interface Entry<T> extends NamedValue<T> {
  /** The file of the document, as in positions. */
  readonly file: string;
  /**
   * The position of a value in the document, or of its nearest parent if the value is not written; by default, the position of the
   * document's name. With `'key'`, the position of the value's key: `at(['upstreams', 'sandbx'], 'key')`.
   */
  at(path?: Path, part?: 'value' | 'key'): Position;
}

export type Named<T> = ReadonlyMap<string, Entry<T>>;

/** An API with the contents of its OpenAPI file. */
export interface ApiEntry extends Entry<Api>, SpecifiedApi {
  readonly value: Api;
}

/** An application with the partner that it belongs to. */
export interface OwnedApplication extends NamedValue<Application> {
  readonly partner: NamedValue<Partner>;
  /** `<partner>_<application>`: the key of the application in the catalog, and the name of its consumer. */
  readonly id: string;
}

/** An application of a catalog, written inside its partner or as a separate document. */
export interface ApplicationEntry extends OwnedApplication, Entry<Application> {
  readonly partner: Entry<Partner>;
}

/** A terms file of a catalog. Its name is that of `termsName`, and its paths are those of the file: `['terms', 'price']`. */
export interface TermsEntry extends Entry<TermsFile> {
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly digest: string;
}

/** The policies of a catalog, by their key in `Api.policies` and by name. */
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
 * All documents of a partner programme, frozen. Maps are sorted by name, so that results never depend on the order of the files.
 */
export interface Catalog extends Omit<CatalogMaps, 'apis' | 'applications'> {
  /**
   * The folder of the files, with which positions start.
   * @default positions do not start with a folder
   */
  readonly root?: string;
  readonly apis: ReadonlyMap<string, ApiEntry>;
  /** By ID, `<partner>_<application>`. */
  readonly applications: ReadonlyMap<string, ApplicationEntry>;
  readonly policies: PolicyEntries;
  /** The terms files of tiers, by `<tier>@<version>`. */
  readonly terms: ReadonlyMap<string, TermsEntry>;
  /**
   * Documents that are in the files but not in the catalog, because they have errors: `<Kind>/<name>`, for an application
   * `Application/<partner>_<name>`, for a terms file `Terms/<tier>@<version>`; `<Kind>/*` if the name is unknown, `?/<name>` if the
   * kind is, and `*` if a file cannot be read at all. References to them are not reported.
   */
  readonly unread?: ReadonlySet<string>;
  /** Those of them that could be read, in the order of files. */
  readonly rejected?: readonly RejectedDocument[];
  /** Positions of OpenAPI files that no Api uses; empty if a file cannot be read, which may use them. */
  readonly unusedDefinitions?: readonly Position[];
}
