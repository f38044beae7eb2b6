import { type Environment, type MtlsPolicy, type TokenPolicy, withDefaults } from '../../core/model';
import type { IdOf, PluginSettings } from '../plugin/plugin';
import { rejectLimitations } from '../target/limitation';
import { supportedTarget } from '../target/target';
import { mtlsLimitations } from './limitations';
import { mtlsAuth } from './native';
import { partnerMtls, partnerMtlsListener } from './portable';
import { clientCasOf } from './settings';

/** The input of an API's mutual TLS. */
export interface MtlsInput {
  readonly policy: MtlsPolicy;
  /** The API's TokenPolicy: native plugins only compare certificates with tokens of an identity provider. */
  readonly token: TokenPolicy;
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'clientCas'>;
  readonly idOf: IdOf;
}

/**
 * Requires a client certificate, with partner-mtls or Enterprise's mtls-auth. The latter only verifies the certificate's chain;
 * openid-connect then compares the certificate with the token to verify that it belongs to the caller.
 *
 * @throws Error if the gateway does not support a setting, or there is no client CA
 */
export function mtlsPlugins({ policy, token, environment, idOf }: MtlsInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  const names = clientCasOf(policy, environment);
  if (names.length === 0) throw new Error(`environment '${environment.name}' has no client CA for '${policy.name}'`);
  const ids = names.map((name) => idOf('ca_certificate', name));
  if (target.plugins === 'portable') return [partnerMtls(withDefaults('MtlsPolicy', policy), ids)];
  rejectLimitations(mtlsLimitations(policy, token, environment));
  return [mtlsAuth(target, ids)];
}

/** The input of mutual TLS on the listener. */
export interface MtlsListenerInput {
  /** The MtlsPolicies of all APIs that the environment serves. */
  readonly policies: readonly MtlsPolicy[];
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'clientCas' | 'hosts'>;
  readonly idOf: IdOf;
}

/** The global plugin that requests client certificates; none with native plugins, because mtls-auth itself requests them. */
export function mtlsListenerPlugins({ policies, environment, idOf }: MtlsListenerInput): readonly PluginSettings[] {
  const names = new Set(policies.flatMap((policy) => clientCasOf(policy, environment)));
  if (supportedTarget(environment).plugins === 'native' || names.size === 0) return [];
  const ids = [...names].sort().map((name) => idOf('ca_certificate', name));
  return [partnerMtlsListener(environment.hosts, ids)];
}
