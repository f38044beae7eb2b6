import type { Complete } from '../../core/model';
import type { PluginSettings } from '../plugin/plugin';
import { JWT, nativePlugin, OPENID_CONNECT } from '../plugin-attributes';
import { CLOCK_SKEW, EXPIRATION } from '../target/duration-limits';
import type { Target } from '../target/target';
import { secondsOf } from '../target/units';
import type { TokenIssuer } from './settings';

/** Enterprise's openid-connect, used only to verify bearer tokens. */
export function openidConnect(
  policy: Complete<'TokenPolicy'>,
  { issuer, jwksUri, audience }: TokenIssuer,
  target: Target,
  mtls: Complete<'MtlsPolicy'> | undefined,
): PluginSettings {
  if (issuer === undefined || jwksUri === undefined) {
    throw new Error(`token policy '${policy.name}' needs issuer and jwksUri`);
  }
  const claim = policy.clientClaim;
  return nativePlugin(OPENID_CONNECT, target, {
    issuer,
    // Issuer and keys come from the reviewed document, not from discovery.
    using_pseudo_issuer: true,
    issuers_allowed: [issuer],
    extra_jwks_uris: [jwksUri],
    rediscovery_lifetime: 30,
    audience_claim: ['aud'],
    audience_required: [audience],
    auth_methods: ['bearer'],
    bearer_token_param_type: ['header'],
    disable_session: ['bearer'],
    consumer_claim: [claim],
    consumer_claims: [[claim]],
    consumer_by: ['custom_id'],
    consumer_optional: false,
    consumer_groups_optional: false,
    by_username_ignore_case: false,
    credential_claim: [claim],
    leeway: secondsOf(policy.clockSkew, CLOCK_SKEW),
    verify_claims: true,
    verify_signature: true,
    verify_parameters: false,
    enable_hs_signatures: false,
    introspect_jwt_tokens: false,
    search_user_info: false,
    resolve_distributed_claims: false,
    // A certificate-bound token is not a bearer token, even if the API does not require certificates (RFC 8705, section 3).
    proof_of_possession_mtls: mtls?.boundTokens === 'required' ? 'strict' : 'optional',
    proof_of_possession_dpop: 'optional',
    proof_of_possession_auth_methods_validation: true,
    // Puts the verified token in the header that partner-consent and the upstream read.
    upstream_access_token_header: 'authorization:bearer',
    hide_credentials: false,
    run_on_preflight: true,
    display_errors: false,
    expose_error_code: false,
    unauthorized_error_message: 'Unauthorized',
    forbidden_error_message: 'Forbidden',
    cache_ttl: 60,
    cache_ttl_neg: 5,
    // Otherwise Kong generates a salt, which the state would contain. It salts a cache that is not used for bearer tokens.
    cache_tokens_salt: 'unused',
    cluster_cache_strategy: 'off',
    http_version: 1.1,
    keepalive: true,
    ssl_verify: true,
    timeout: 2000,
  });
}

/** Kong's jwt, on both editions, for tokens that the partner signs with its own key. */
export function jwt(policy: Complete<'TokenPolicy'>, target: Target): PluginSettings {
  return nativePlugin(JWT, target, {
    claims_to_verify: ['exp', 'nbf'],
    // A placeholder: an empty list is never sent, so that Kong's default would still allow 'jwt' in a URL.
    cookie_names: ['-'],
    uri_param_names: ['-'],
    header_names: ['authorization'],
    key_claim_name: 'kid',
    maximum_expiration: secondsOf(policy.maximumExpiration, EXPIRATION),
    run_on_preflight: true,
    secret_is_base64: false,
  });
}
