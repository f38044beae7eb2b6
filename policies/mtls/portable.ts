import type { Complete } from '../../core/model';
import { type PluginSettings, portablePlugin } from '../plugin/plugin';
import { registeredFields } from './settings';

/**
 * partner-mtls on a service, which verifies the certificate of each call.
 * @param caIds ids of the CA certificates on the gateway
 */
export function partnerMtls(policy: Complete<'MtlsPolicy'>, caIds: readonly string[]): PluginSettings {
  return portablePlugin('partner-mtls', {
    scope: 'api',
    ca_certificates: caIds,
    registered: registeredFields(policy),
    bound_tokens: policy.boundTokens,
  });
}

/**
 * The global partner-mtls, which requests certificates in the TLS handshake.
 * @param hosts the server names for which certificates are requested
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
