import type { Complete } from '../../core/model';
import { type PluginSettings, portablePlugin } from '../plugin/plugin';
import { registeredParts } from './settings';

/**
 * partner-mtls on a service: it decides on the certificate of each call.
 * @param caIds ids of the CA certificates on the gateway
 */
export function partnerMtls(policy: Complete<'MtlsPolicy'>, caIds: readonly string[]): PluginSettings {
  return portablePlugin('partner-mtls', {
    scope: 'api',
    ca_certificates: caIds,
    registered: registeredParts(policy),
    bound_tokens: policy.boundTokens,
  });
}

/**
 * The global partner-mtls, which asks for certificates in the TLS handshake.
 * @param hosts the names for which the gateway asks
 * @param caIds ids of the CA certificates on the gateway
 */
export function partnerMtlsListener(hosts: readonly string[], caIds: readonly string[]): PluginSettings {
  return portablePlugin('partner-mtls', {
    scope: 'listener',
    server_names: [...hosts].sort(),
    ca_certificates: caIds,
    send_ca_names: true,
    session_reuse: false,
  });
}
