import type { SpecifiedApi } from './api/specified-api';
import type { JsonObject } from './json';
import type {
  Api,
  Application,
  AuditPolicy,
  ConsentPolicy,
  Environment,
  ErrorPolicy,
  Kind,
  MaskingPolicy,
  MetricsPolicy,
  MtlsPolicy,
  Partner,
  RateLimitPolicy,
  Team,
  Tier,
  TokenPolicy,
} from './kinds';
import type { Path, Position } from './position';

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

/** A policy of each kind, under the keys of `Api.policies`. */
export interface PolicyKinds {
  readonly token: TokenPolicy;
  readonly rateLimit: RateLimitPolicy;
  readonly mtls: MtlsPolicy;
  readonly consent: ConsentPolicy;
  readonly masking: MaskingPolicy;
  readonly audit: AuditPolicy;
  readonly metrics: MetricsPolicy;
  readonly errors: ErrorPolicy;
}

/** The policies of a catalog, by kind and name. Keys are those of `Api.policies`. */
export type PolicyEntries = { readonly [Key in keyof PolicyKinds]: Named<PolicyKinds[Key]> };

/**
 * A document, or an application inside one, that something is wrong with, so that it is not in the catalog. The names in it are
 * looked at nevertheless, so that a wrong one is told in the same run: the value is what its schema allows of it, fields may be
 * missing, and null stands for what is wrong.
 */
export interface LeftOut {
  readonly kind: Kind;
  readonly entry: Entry<JsonObject>;
}

/**
 * A whole partner programme: checked, every reference resolved, frozen. Maps are sorted by name, so that whatever is made from
 * them never depends on the order of files.
 */
export interface Catalog {
  /**
   * The folder of the files, as positions begin with it.
   * @default positions name no folder
   */
  readonly root?: string;
  readonly apis: ReadonlyMap<string, ApiEntry>;
  readonly tiers: Named<Tier>;
  readonly partners: Named<Partner>;
  /** By id, `<partner>_<application>`. */
  readonly applications: ReadonlyMap<string, ApplicationEntry>;
  readonly environments: Named<Environment>;
  readonly teams: Named<Team>;
  readonly policies: PolicyEntries;
  /**
   * Documents that are in the files but not in the catalog, because something in them is wrong: `<Kind>/<name>`, for an
   * application `Application/<partner>_<name>`; `<Kind>/*` where a name is not known, `?/<name>` where a kind is not, and `*` where
   * a file cannot be read at all.
   * References to them have a finding already and get no second one.
   */
  readonly unread?: ReadonlySet<string>;
  /** Those of them that could be read, in the order of files. */
  readonly leftOut?: readonly LeftOut[];
  /** Where OpenAPI files begin that no Api uses; empty where nobody knows, because a file cannot be read. */
  readonly unusedDefinitions?: readonly Position[];
}
