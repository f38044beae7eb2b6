import type * as documents from './types';

/** All kinds of documents, in the order in which the reference lists them. */
export const KINDS = [
  'Api',
  'Tier',
  'Partner',
  'Application',
  'Environment',
  'Team',
  'TokenPolicy',
  'RateLimitPolicy',
  'MtlsPolicy',
  'ConsentPolicy',
  'MaskingPolicy',
  'AuditPolicy',
  'MetricsPolicy',
  'ErrorPolicy',
] as const;

export type Kind = (typeof KINDS)[number];

/** A value that nobody may change, all the way down. */
export type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

export type Api = Frozen<documents.Api>;
export type Tier = Frozen<documents.Tier>;
export type Partner = Frozen<documents.Partner>;
/** An application as it stands inside a partner; a document of its own adds `kind` and `partner`. */
export type Application = Frozen<documents.ApplicationDefinition>;
export type ApplicationDocument = Frozen<documents.Application>;
export type Credentials = Frozen<documents.Credentials>;
export type Subscription = Frozen<documents.Subscription>;
export type Environment = Frozen<documents.Environment>;
export type Team = Frozen<documents.Team>;
export type TokenPolicy = Frozen<documents.TokenPolicy>;
export type RateLimitPolicy = Frozen<documents.RateLimitPolicy>;
export type MtlsPolicy = Frozen<documents.MtlsPolicy>;
export type ConsentPolicy = Frozen<documents.ConsentPolicy>;
export type MaskingPolicy = Frozen<documents.MaskingPolicy>;
export type AuditPolicy = Frozen<documents.AuditPolicy>;
export type MetricsPolicy = Frozen<documents.MetricsPolicy>;
export type ErrorPolicy = Frozen<documents.ErrorPolicy>;
export type Limits = Frozen<documents.Limits>;
export type Quota = Frozen<documents.Quota>;
export type Sla = Frozen<documents.Sla>;
export type Purpose = documents.Purpose;
export type Algorithm = documents.Algorithm;
export type Jwk = Frozen<documents.Jwk>;

/** The type of a document of each kind. */
export interface DocumentOf {
  readonly Api: Api;
  readonly Tier: Tier;
  readonly Partner: Partner;
  readonly Application: ApplicationDocument;
  readonly Environment: Environment;
  readonly Team: Team;
  readonly TokenPolicy: TokenPolicy;
  readonly RateLimitPolicy: RateLimitPolicy;
  readonly MtlsPolicy: MtlsPolicy;
  readonly ConsentPolicy: ConsentPolicy;
  readonly MaskingPolicy: MaskingPolicy;
  readonly AuditPolicy: AuditPolicy;
  readonly MetricsPolicy: MetricsPolicy;
  readonly ErrorPolicy: ErrorPolicy;
}
