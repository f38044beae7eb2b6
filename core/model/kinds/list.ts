import { API } from './api';
import { APPLICATION } from './application';
import { AUDIT_POLICY } from './audit-policy';
import { CONSENT_POLICY } from './consent-policy';
import { CONTRACT_TEMPLATE } from './contract-template';
import type { DocumentOf, Kind } from './document-of';
import { ENVIRONMENT } from './environment';
import { ERROR_POLICY } from './error-policy';
import { MASKING_POLICY } from './masking-policy';
import { METRICS_POLICY } from './metrics-policy';
import { MTLS_POLICY } from './mtls-policy';
import { PARTNER } from './partner';
import { PROGRAMME } from './programme';
import { RATE_LIMIT_POLICY } from './rate-limit-policy';
import { TEAM } from './team';
import { TIER } from './tier';
import { TOKEN_POLICY } from './token-policy';
import { USE_CASE } from './use-case';

/** All kinds, in the order of messages and the reference. A new kind needs a schema, a file and a line here. */
export const KIND_DEFINITIONS = [
  PROGRAMME,
  API,
  TIER,
  PARTNER,
  APPLICATION,
  ENVIRONMENT,
  TEAM,
  CONTRACT_TEMPLATE,
  USE_CASE,
  TOKEN_POLICY,
  RATE_LIMIT_POLICY,
  MTLS_POLICY,
  CONSENT_POLICY,
  MASKING_POLICY,
  AUDIT_POLICY,
  METRICS_POLICY,
  ERROR_POLICY,
] as const;

type Listed = (typeof KIND_DEFINITIONS)[number];

/** All kinds, in the order of the list. */
export const KINDS: readonly Kind[] = KIND_DEFINITIONS.map(({ kind }) => kind);

// Does not compile if a kind that has a schema is missing from the list.
const BY_KIND: Readonly<Record<Kind, Listed>> = Object.fromEntries(
  KIND_DEFINITIONS.map((definition) => [definition.kind, definition]),
) as Record<Listed['kind'], Listed>;

/** The definition of a kind. */
export function definitionOf(kind: Kind): Listed {
  return BY_KIND[kind];
}

/** The document type of each kind of policy, by its key in `Api.policies`. */
export type PolicyKinds = {
  readonly [D in Listed as D['place'] extends { readonly policy: infer Field extends string }
    ? Field
    : never]: DocumentOf[D['kind']];
};

/** The keys of `Api.policies`. */
export const POLICY_FIELDS: readonly (keyof PolicyKinds)[] = KIND_DEFINITIONS.flatMap(({ place }) =>
  'policy' in place ? [place.policy] : [],
);

const BY_FIELD = Object.fromEntries(
  KIND_DEFINITIONS.flatMap(({ kind, place }) => ('policy' in place ? [[place.policy, kind]] : [])),
) as Readonly<Record<keyof PolicyKinds, Kind>>;

/** The kind of policy that a key of `Api.policies` refers to. */
export function policyKind(field: keyof PolicyKinds): Kind {
  return BY_FIELD[field];
}

/** The document type of each kind that is not a policy, by the name of its map in the catalog. */
export type MappedKinds = {
  readonly [D in Listed as D['place'] extends { readonly map: infer Name extends string }
    ? Name
    : never]: DocumentOf[D['kind']];
};
