import {
  type Api,
  type ApiOperation,
  type ConsentPolicy,
  type JsonObject,
  NO_SCOPE,
  type TokenPolicy,
  withDefaults,
} from '../../core/model';
import { matchOf } from '../plugin/operations';
import { type PluginSettings, portablePlugin } from '../plugin/plugin';
import { type GatewayOf, supportedTarget } from '../target/target';
import { liveConsent } from './live-consent';

/** The input of the consent check. */
export interface ConsentInput {
  /** The API's ConsentPolicy; by default none, so that only scopes are checked. */
  readonly policy?: ConsentPolicy | undefined;
  readonly token: TokenPolicy;
  readonly api: Pick<Api, 'name'>;
  /** The exposed operations. */
  readonly operations: readonly ApiOperation[];
  readonly environment: GatewayOf;
}

/**
 * Checks what a verified token may be used for with partner-consent, on both editions. Every API has the plugin, because no other
 * plugin checks the scopes of operations.
 *
 * @throws Error if the policy has no entry for the environment, or the scopes of an operation are undefined
 */
export function consentPlugins({
  policy,
  token,
  api,
  operations,
  environment,
}: ConsentInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  const { clientClaim, signedBy, threeLegged } = withDefaults('TokenPolicy', token);
  const partnerSigned = signedBy === 'partner';
  return [
    portablePlugin('partner-consent', {
      api: api.name,
      token:
        target.plugins === 'native' && !partnerSigned
          ? { source: 'authorization-header', refused_headers: ['access-token', 'x-access-token'] }
          : { source: 'context' },
      client_claim: clientClaim,
      // A token signed by the partner authenticates the caller, but cannot grant rights.
      rights: partnerSigned ? 'grants' : 'token-and-grants',
      user_context: policy?.userContext ?? 'any',
      three_legged: partnerSigned ? { rule: 'never' } : threeLeggedRule(threeLegged, clientClaim),
      operations: operations.map((operation) => ({
        ...matchOf(api.name, operation),
        ...rightsOf(api.name, operation),
      })),
      purpose: policy ? { rule: 'required', allowed: [...policy.purposes].sort() } : { rule: 'none' },
      live: policy ? liveConsent(policy, environment) : { source: 'none' },
      subject_hash: policy?.subjectKey === undefined ? { mode: 'none' } : { mode: 'keyed', key: policy.subjectKey },
    }),
  ];
}

/** @throws Error if the operation's scopes are undefined, which a check reports first */
function rightsOf(api: string, { id, scopes }: ApiOperation): JsonObject {
  if (scopes === NO_SCOPE) return { no_scopes: true };
  if (scopes.length > 0) return { scopes };
  throw new Error(
    `operation '${id}' of api '${api}' requires no scopes, but the api does not have \`scopes: none\`; run the check first`,
  );
}

function threeLeggedRule(rule: TokenPolicy['threeLegged'], clientClaim: string): JsonObject {
  if (!rule) return { rule: 'never' };
  if (rule.rule === 'claim') return { rule: 'claim', claim: rule.claim };
  return { rule: 'subject-differs', client_claims: [...new Set([clientClaim, 'client_id', 'azp'])] };
}
