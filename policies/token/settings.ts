import { defaultOf, own, type TokenPolicy } from '../../core/model';

/** Issuer, keys and audience of a policy in one environment. */
export type TokenIssue = TokenPolicy['environments'][string];

/**
 * What a policy says about an environment.
 * @throws Error when it says nothing
 */
export function issueIn(policy: TokenPolicy, environment: string): TokenIssue {
  const issue = own(policy.environments, environment);
  if (!issue) throw new Error(`token policy '${policy.name}' says nothing about environment '${environment}'`);
  return issue;
}

/** Algorithms that a policy accepts. */
export function algorithmsOf(policy: TokenPolicy): readonly string[] {
  return policy.algorithms ?? defaultOf<readonly string[]>('TokenPolicy', 'algorithms');
}

/** Values of 'typ' that a policy accepts, each once: media types, whose case and 'application/' in front do not count (RFC 7515). */
export function typesOf(policy: TokenPolicy): readonly string[] {
  const types = policy.types ?? defaultOf<readonly string[]>('TokenPolicy', 'types');
  return [...new Set(types.map((type) => type.toLowerCase().replace(/^application\/(?=[^/]+$)/, '')))];
}

/** The claim that names the client. */
export function clientClaimOf(policy: TokenPolicy): string {
  return policy.clientClaim ?? defaultOf('TokenPolicy', 'clientClaim');
}

/** How far clocks may be apart, as a duration. */
export function clockSkewOf(policy: TokenPolicy): string {
  return policy.clockSkew ?? defaultOf('TokenPolicy', 'clockSkew');
}
