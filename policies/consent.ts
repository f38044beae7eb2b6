import {
  type Api,
  type ConsentPolicy,
  defaultOf,
  type Environment,
  type JsonObject,
  type Operation,
  own,
  type TokenPolicy,
} from '../model';
import { type GatewayOf, supportedTarget } from './gateway';
import { matchOf } from './operations';
import { ownPlugin, type PluginSettings } from './plugin';
import { clientClaimOf } from './token-settings';
import { secondsOf, timeoutMs } from './units';

/** What the rights of a token depend on. */
export interface ConsentInput {
  /** The API's ConsentPolicy; default: none, so that scopes alone are looked at. */
  readonly policy?: ConsentPolicy | undefined;
  readonly token: TokenPolicy;
  readonly api: Pick<Api, 'name'>;
  /** The operations that are served. */
  readonly operations: readonly Operation[];
  readonly environment: GatewayOf;
}

/**
 * What a verified token may be used for: partner-consent, on both editions. Every API has it, since scopes per operation are
 * looked at nowhere else.
 *
 * @throws Error when the policy says nothing about the environment
 */
export function consentPlugins({
  policy,
  token,
  api,
  operations,
  environment,
}: ConsentInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  const partnerSigned = token.signedBy === 'partner';
  return [
    ownPlugin('partner-consent', {
      api: api.name,
      token:
        target.plugins === 'native' && !partnerSigned
          ? { source: 'authorization-header', refused_headers: ['access-token', 'x-access-token'] }
          : { source: 'context' },
      client_claim: clientClaimOf(token),
      // A token that the partner signs itself proves who calls; it cannot give itself rights.
      rights: partnerSigned ? 'grants' : 'token-and-grants',
      user_context: policy?.userContext ?? 'any',
      three_legged: partnerSigned ? { rule: 'never' } : threeLegged(token),
      operations: operations.map((operation) => ({ ...matchOf(api.name, operation), scopes: operation.scopes })),
      purpose: policy ? { rule: 'required', allowed: [...policy.purposes].sort() } : { rule: 'none' },
      live: policy?.live ? live(policy, policy.live, environment) : { source: 'none' },
      subject_hash: policy?.subjectKey === undefined ? { mode: 'none' } : { mode: 'keyed', key: policy.subjectKey },
    }),
  ];
}

function threeLegged(token: TokenPolicy): JsonObject {
  const rule = token.threeLegged;
  if (!rule) return { rule: 'never' };
  if (rule.rule === 'claim') return { rule: 'claim', claim: rule.claim };
  return { rule: 'subject-differs', client_claims: [...new Set([clientClaimOf(token), 'client_id', 'azp'])] };
}

function live(
  policy: ConsentPolicy,
  asked: NonNullable<ConsentPolicy['live']>,
  environment: Pick<Environment, 'name'>,
): JsonObject {
  const url = own(asked.urls, environment.name);
  if (url === undefined) {
    throw new Error(`consent policy '${policy.name}' has no address for environment '${environment.name}'`);
  }
  return {
    source: asked.source,
    url,
    timeout_ms: timeoutMs(asked.timeout ?? defaultOf('ConsentPolicy', 'live.timeout')),
    cache_s: secondsOf(asked.cacheFor ?? defaultOf('ConsentPolicy', 'live.cacheFor')),
    failure: asked.failure ?? defaultOf('ConsentPolicy', 'live.failure'),
    verify_tls: true,
    ...(asked.source === 'consent-info'
      ? { scope: 'consent-info:retrieve' }
      : asked.authorization === undefined
        ? {}
        : { authorization: asked.authorization }),
  };
}
