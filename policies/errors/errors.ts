import type { Api, ApiOperation, ErrorPolicy, JsonObject } from '../../core/model';
import { matchOf } from '../plugin/operations';
import type { PluginSettings } from '../plugin/plugin';
import { rejectLimitations } from '../target/limitation';
import { type GatewayOf, supportedTarget } from '../target/target';
import { correlatorOf } from './correlator';
import { type DeprecatedApi, deprecationHeaders } from './deprecation-headers';
import { errorLimitations } from './limitations';
import { correlationId, exitTransformer, responseHeaders } from './native';
import { partnerErrors, partnerErrorsForListener, partnerErrorsForRequests } from './portable';

/** The input of error formatting. */
export interface ErrorInput {
  readonly policy: ErrorPolicy;
  readonly api: Pick<Api, 'name' | 'idempotency'> & DeprecatedApi;
  /** The API named as successor in its deprecation. */
  readonly successor?: Pick<Api, 'basePath'> | undefined;
  /** The exposed operations. */
  readonly operations: readonly ApiOperation[];
  readonly environment: GatewayOf;
}

/**
 * Formats an API's errors: with partner-errors, or with native plugins exit-transformer and correlation-id, response-transformer for the
 * headers of a deprecated API, and partner-errors for idempotency keys and for buffered responses that are cut off.
 *
 * @throws Error if the gateway does not support a setting
 */
export function errorPlugins({
  policy,
  api,
  successor,
  operations,
  environment,
}: ErrorInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  const correlator = correlatorOf(policy);
  const headers = deprecationHeaders(api, successor);
  const idempotent = idempotentOperations(api, operations);
  if (target.plugins === 'native') {
    rejectLimitations(errorLimitations(policy, environment));
    return [
      exitTransformer(correlator, target),
      correlationId(correlator, target),
      ...responseHeaders(headers, target),
      // Enterprise has no plugin that requires the header of an operation, or that detects a buffered response that is cut off: the
      // caller would receive the upstream's status, and exit-transformer does not change a 200. It formats the resulting errors.
      partnerErrorsForRequests(idempotent),
    ];
  }
  return [partnerErrors(policy, { correlator, headers, idempotent })];
}

/** The input of error formatting for requests that match no route. */
export interface ErrorListenerInput {
  /** The ErrorPolicies of all APIs that the environment serves. If their headers of the correlation id differ, the default is used. */
  readonly policies: readonly ErrorPolicy[];
  readonly environment: GatewayOf;
}

/**
 * The global plugins that format errors for requests that match no route. partner-errors also checks Host and Connection before routing,
 * which no plugin of Enterprise does.
 */
export function errorListenerPlugins({ policies, environment }: ErrorListenerInput): readonly PluginSettings[] {
  const target = supportedTarget(environment);
  const [correlator, ...others] = new Set(policies.map(correlatorOf));
  const header = correlator === undefined || others.length > 0 ? correlatorOf() : correlator;
  if (target.plugins === 'native') {
    return [exitTransformer(header, target), partnerErrorsForRequests([])];
  }
  return [partnerErrorsForListener(header)];
}

function idempotentOperations(
  { name, idempotency }: ErrorInput['api'],
  operations: readonly ApiOperation[],
): readonly JsonObject[] {
  if (!idempotency) return [];
  return operations
    .filter(({ id }) => idempotency.operations.includes(id))
    .map((operation) => ({ ...matchOf(name, operation), header: idempotency.header }));
}
