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
 * @throws Error when the policy has no entry for the environment, or nobody decided on the scopes of an operation
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
      // A token that the partner signs itself proves who calls; it cannot give itself rights.
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

/** @throws Error when nobody decided what the operation needs: a check says so first */
function rightsOf(api: string, { id, scopes }: ApiOperation): JsonObject {
  if (scopes === NO_SCOPE) return { no_scopes: true };
  if (scopes.length > 0) return { scopes };
  throw new Error(
    `operation '${id}' of api '${api}' needs no scope, and the api does not say \`scopes: none\`; check the catalog first`,
  );
}

function threeLeggedRule(rule: TokenPolicy['threeLegged'], clientClaim: string): JsonObject {
  if (!rule) return { rule: 'never' };
  if (rule.rule === 'claim') return { rule: 'claim', claim: rule.claim };
  return { rule: 'subject-differs', client_claims: [...new Set([clientClaim, 'client_id', 'azp'])] };
}
