import type { Environment, MtlsPolicy, TokenPolicy } from '../../core/model';
import { supportedTarget } from '../gateway/gateway';
import { refuse } from '../gateway/limitation';
import { type IdOf, ownPlugin, type PluginSettings } from '../gateway/plugin';
import { MTLS_AUTH, nativePlugin } from '../plugin-attributes';
import { boundTokensOf, clientCasOf, registeredParts } from './mtls-defaults';
import { mtlsLimitations } from './mtls-limitations';

/** What mutual TLS of an API depends on. */
export interface MtlsInput {
  readonly policy: MtlsPolicy;
  /** The API's TokenPolicy: Enterprise compares certificates with tokens of an identity provider only. */
  readonly token: TokenPolicy;
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'clientCas'>;
  readonly idOf: IdOf;
}

/**
 * Which client certificate a call needs: partner-mtls, or Enterprise's mtls-auth. There the certificate only has to chain to a
 * CA; that it is the caller's own is known from the token, which openid-connect compares with it.
 *
 * @throws Error when the gateway cannot do it, or there is no CA
 */
export function mtlsPlugins({ policy, token, environment, idOf }: MtlsInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  const names = clientCasOf(policy, environment);
  if (names.length === 0) throw new Error(`environment '${environment.name}' has no client CA for '${policy.name}'`);
  const ids = names.map((name) => idOf('ca_certificate', name));
  if (target.plugins === 'own') {
    return [
      ownPlugin('partner-mtls', {
        scope: 'api',
        ca_certificates: ids,
        registered: registeredParts(policy),
        bound_tokens: boundTokensOf(policy),
      }),
    ];
  }
  refuse(mtlsLimitations(policy, token, environment));
  return [
    nativePlugin(MTLS_AUTH, target, {
      ca_certificates: ids,
      skip_consumer_lookup: true,
      // Not used by acl, which looks at the consumer's groups; Kong has no value for 'none'.
      authenticated_group_by: 'DN',
      allow_partial_chain: false,
      revocation_check_mode: 'IGNORE_CA_ERROR',
      send_ca_dn: true,
      cache_ttl: 60,
      cert_cache_ttl: 60_000,
      http_timeout: 2000,
      ssl_verify: true,
    }),
  ];
}

/** What the listener's part of mutual TLS depends on. */
export interface MtlsListenerInput {
  /** The MtlsPolicies of all APIs that the environment serves. */
  readonly policies: readonly MtlsPolicy[];
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'clientCas' | 'hosts'>;
  readonly idOf: IdOf;
}

/** The global plugin that asks for client certificates; none on Enterprise, whose mtls-auth asks by itself. */
export function mtlsListenerPlugins({ policies, environment, idOf }: MtlsListenerInput): readonly PluginSettings[] {
  const names = new Set(policies.flatMap((policy) => clientCasOf(policy, environment)));
  if (supportedTarget(environment).plugins === 'native' || names.size === 0) return [];
  return [
    ownPlugin('partner-mtls', {
      scope: 'listener',
      server_names: [...environment.hosts].sort(),
      ca_certificates: [...names].sort().map((name) => idOf('ca_certificate', name)),
      send_ca_names: true,
      session_reuse: false,
    }),
  ];
}
