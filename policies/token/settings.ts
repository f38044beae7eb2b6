import { type Complete, getOwn, type TokenPolicy } from '../../core/model';

/** Issuer, keys and audience of a policy in one environment. */
export type TokenIssuer = TokenPolicy['environments'][string];

/**
 * What a policy says about an environment.
 * @throws Error when it has no entry for it
 */
export function issuerIn(policy: TokenPolicy, environment: string): TokenIssuer {
  const tokenIssuer = getOwn(policy.environments, environment);
  if (!tokenIssuer) throw new Error(`token policy '${policy.name}' has no entry for environment '${environment}'`);
  return tokenIssuer;
}

/** Values of 'typ' that a policy accepts, each once: media types, whose case and 'application/' in front do not count (RFC 7515). */
export function typesOf({ types }: Complete<'TokenPolicy'>): readonly string[] {
  return [...new Set(types.map((type) => type.toLowerCase().replace(/^application\/(?=[^/]+$)/, '')))];
}
