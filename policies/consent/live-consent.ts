import {
  type ConsentPolicy,
  type Environment,
  getOwn,
  type JsonObject,
  unusedConsentField,
  withDefaults,
} from '../../core/model';
import { CACHE_DURATION } from '../target/duration-limits';
import { secondsOf, timeoutMs } from '../target/units';

type Live = NonNullable<ConsentPolicy['live']>;

/**
 * The settings with which partner-consent asks the operator during a call whether a user's consent is still valid; `none` if the policy
 * does not use live consent.
 * @throws Error if the policy has no URL for the environment, or a field that its source does not support
 */
export function liveConsent(policy: ConsentPolicy, environment: Pick<Environment, 'name'>): JsonObject {
  const { live } = withDefaults('ConsentPolicy', policy);
  if (!live) return { source: 'none' };
  const common = {
    source: live.source,
    url: urlIn(policy, live.urls, environment),
    timeout_ms: timeoutMs(live.timeout),
    cache_s: secondsOf(live.cacheFor, CACHE_DURATION),
    failure: live.failure,
    verify_tls: true,
  };
  const stray = unusedConsentField(live);
  if (stray)
    throw new Error(
      `consent policy '${policy.name}' has \`live.${stray}\`, which source '${live.source}' does not support`,
    );
  return live.source === 'consent-info'
    ? { ...common, scope: 'consent-info:retrieve', otherwise: fallback(policy, live.otherwise, environment) }
    : { ...common, ...authorizationOf(live) };
}

/** The endpoint for tokens that the Consent Info API does not accept. */
function fallback(
  policy: ConsentPolicy,
  endpoint: Live['otherwise'],
  environment: Pick<Environment, 'name'>,
): JsonObject {
  if (!endpoint) return { source: 'none' };
  return { source: 'operator', url: urlIn(policy, endpoint.urls, environment), ...authorizationOf(endpoint) };
}

function authorizationOf({ authorization }: { readonly authorization?: string | undefined }): JsonObject {
  return authorization === undefined ? {} : { authorization };
}

function urlIn(
  { name }: ConsentPolicy,
  urls: Readonly<Record<string, string>>,
  environment: Pick<Environment, 'name'>,
): string {
  const url = getOwn(urls, environment.name);
  if (url === undefined) throw new Error(`consent policy '${name}' has no URL for environment '${environment.name}'`);
  return url;
}
