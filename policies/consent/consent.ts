import {
  type Api,
  type ApiOperation,
  type ConsentPolicy,
  defaultOf,
  type Environment,
  type JsonObject,
  NO_SCOPE,
  own,
  strayConsentField,
  type TokenPolicy,
} from '../../core/model';
import { KEEPING } from '../gateway/duration-limits';
import { type GatewayOf, supportedTarget } from '../gateway/gateway';
import { matchOf } from '../gateway/operations';
import { ownPlugin, type PluginSettings } from '../gateway/plugin';
import { secondsOf, timeoutMs } from '../gateway/units';
import { clientClaimOf } from '../token/token-settings';

/** What the rights of a token depend on. */
export interface ConsentInput {
  /** The API's ConsentPolicy; default: none, so that scopes alone are looked at. */
  readonly policy?: ConsentPolicy | undefined;
  readonly token: TokenPolicy;
  readonly api: Pick<Api, 'name'>;
  /** The operations that are served. */
  readonly operations: readonly ApiOperation[];
  readonly environment: GatewayOf;
}

/**
 * What a verified token may be used for: partner-consent, on both editions. Every API has it, since scopes per operation are
 * looked at nowhere else.
 *
 * @throws Error when the policy says nothing about the environment, or nobody decided on the scopes of an operation
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
      operations: operations.map((operation) => ({
        ...matchOf(api.name, operation),
        ...rightsOf(api.name, operation),
      })),
      purpose: policy ? { rule: 'required', allowed: [...policy.purposes].sort() } : { rule: 'none' },
      live: policy?.live ? live(policy, policy.live, environment) : { source: 'none' },
      subject_hash: policy?.subjectKey === undefined ? { mode: 'none' } : { mode: 'keyed', key: policy.subjectKey },
    }),
  ];
}

/** @throws Error when nobody decided what the operation needs: a check says so first */
function rightsOf(api: string, { id, scopes }: ApiOperation): JsonObject {
  if (scopes === NO_SCOPE) return { no_scopes: true };
  if (scopes.length > 0) return { scopes };
  throw new Error(
    `operation '${id}' of api '${api}' needs no scope, and the api does not say \`scopes: none\`; check the catalog first`,
  );
}

function threeLegged(token: TokenPolicy): JsonObject {
  const rule = token.threeLegged;
  if (!rule) return { rule: 'never' };
  if (rule.rule === 'claim') return { rule: 'claim', claim: rule.claim };
  return { rule: 'subject-differs', client_claims: [...new Set([clientClaimOf(token), 'client_id', 'azp'])] };
}

type Live = NonNullable<ConsentPolicy['live']>;

function live(policy: ConsentPolicy, asked: Live, environment: Pick<Environment, 'name'>): JsonObject {
  const common = {
    source: asked.source,
    url: urlIn(policy, asked.urls, environment),
    timeout_ms: timeoutMs(asked.timeout ?? defaultOf('ConsentPolicy', 'live.timeout')),
    cache_s: secondsOf(asked.cacheFor ?? defaultOf('ConsentPolicy', 'live.cacheFor'), KEEPING),
    failure: asked.failure ?? defaultOf<string>('ConsentPolicy', 'live.failure'),
    verify_tls: true,
  };
  const stray = strayConsentField(asked);
  if (stray)
    throw new Error(`consent policy '${policy.name}' has \`live.${stray}\`, which ${asked.source} has no use for`);
  return asked.source === 'consent-info'
    ? { ...common, scope: 'consent-info:retrieve', otherwise: otherwise(policy, asked.otherwise, environment) }
    : { ...common, ...authorizationOf(asked) };
}

/** Whom to ask about tokens that cannot be used at the Consent Info API. */
function otherwise(
  policy: ConsentPolicy,
  asked: Live['otherwise'],
  environment: Pick<Environment, 'name'>,
): JsonObject {
  if (!asked) return { source: 'none' };
  return { source: 'operator', url: urlIn(policy, asked.urls, environment), ...authorizationOf(asked) };
}

function authorizationOf({ authorization }: { readonly authorization?: string | undefined }): JsonObject {
  return authorization === undefined ? {} : { authorization };
}

function urlIn(
  { name }: ConsentPolicy,
  urls: Readonly<Record<string, string>>,
  environment: Pick<Environment, 'name'>,
): string {
  const url = own(urls, environment.name);
  if (url === undefined)
    throw new Error(`consent policy '${name}' has no address for environment '${environment.name}'`);
  return url;
}
