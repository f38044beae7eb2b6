import { type Environment, type MtlsPolicy, type TokenPolicy, withDefaults } from '../../core/model';
import type { IdOf, PluginSettings } from '../plugin/plugin';
import { rejectLimitations } from '../target/limitation';
import { supportedTarget } from '../target/target';
import { mtlsLimitations } from './limitations';
import { mtlsAuth } from './native';
import { partnerMtls, partnerMtlsListener } from './portable';
import { clientCasOf } from './settings';

/** What mutual TLS of an API depends on. */
export interface MtlsInput {
  readonly policy: MtlsPolicy;
  /** The API's TokenPolicy: native plugins compare certificates with tokens of an identity provider only. */
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
  if (target.plugins === 'portable') return [partnerMtls(withDefaults('MtlsPolicy', policy), ids)];
  rejectLimitations(mtlsLimitations(policy, token, environment));
  return [mtlsAuth(target, ids)];
}

/** What the listener's part of mutual TLS depends on. */
export interface MtlsListenerInput {
  /** The MtlsPolicies of all APIs that the environment serves. */
  readonly policies: readonly MtlsPolicy[];
  readonly environment: Pick<Environment, 'name' | 'gateway' | 'clientCas' | 'hosts'>;
  readonly idOf: IdOf;
}

/** The global plugin that asks for client certificates; none with native plugins, whose mtls-auth asks by itself. */
export function mtlsListenerPlugins({ policies, environment, idOf }: MtlsListenerInput): readonly PluginSettings[] {
  const names = new Set(policies.flatMap((policy) => clientCasOf(policy, environment)));
  if (supportedTarget(environment).plugins === 'native' || names.size === 0) return [];
  const ids = [...names].sort().map((name) => idOf('ca_certificate', name));
  return [partnerMtlsListener(environment.hosts, ids)];
}
