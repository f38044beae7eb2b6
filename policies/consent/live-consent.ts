import {
  type ConsentPolicy,
  type Environment,
  getOwn,
  type JsonObject,
  strayConsentField,
  withDefaults,
} from '../../core/model';
import { CACHE_DURATION } from '../target/duration-limits';
import { secondsOf, timeoutMs } from '../target/units';

type Live = NonNullable<ConsentPolicy['live']>;

/**
 * How partner-consent asks the operator, during a call, whether a user's consent still holds; `none` where the policy does not ask.
 * @throws Error when the policy has no address for the environment, or a setting that its source does not know
 */
export function liveConsent(policy: ConsentPolicy, environment: Pick<Environment, 'name'>): JsonObject {
  const { live: asked } = withDefaults('ConsentPolicy', policy);
  if (!asked) return { source: 'none' };
  const common = {
    source: asked.source,
    url: urlIn(policy, asked.urls, environment),
    timeout_ms: timeoutMs(asked.timeout),
    cache_s: secondsOf(asked.cacheFor, CACHE_DURATION),
    failure: asked.failure,
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
  const url = getOwn(urls, environment.name);
  if (url === undefined)
    throw new Error(`consent policy '${name}' has no address for environment '${environment.name}'`);
  return url;
}
