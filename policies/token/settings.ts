import { type Complete, getOwn, type TokenPolicy } from '../../core/model';

/** The issuer, keys and audience of a policy in one environment. */
export type TokenIssuer = TokenPolicy['environments'][string];

/**
 * The entry of a policy for an environment.
 * @throws Error if there is no entry
 */
export function issuerIn(policy: TokenPolicy, environment: string): TokenIssuer {
  const tokenIssuer = getOwn(policy.environments, environment);
  if (!tokenIssuer) throw new Error(`token policy '${policy.name}' has no entry for environment '${environment}'`);
  return tokenIssuer;
}

/** The values of 'typ' that a policy accepts, without duplicates: media types, normalized without case and 'application/' (RFC 7515). */
export function typesOf({ types }: Complete<'TokenPolicy'>): readonly string[] {
  return [...new Set(types.map((type) => type.toLowerCase().replace(/^application\/(?=[^/]+$)/, '')))];
}
