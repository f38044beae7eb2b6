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

/** What the form of refusals depends on. */
export interface ErrorInput {
  readonly policy: ErrorPolicy;
  readonly api: Pick<Api, 'name' | 'idempotency'> & DeprecatedApi;
  /** The API that takes its place, where its deprecation names one. */
  readonly successor?: Pick<Api, 'basePath'> | undefined;
  /** The operations that are served. */
  readonly operations: readonly ApiOperation[];
  readonly environment: GatewayOf;
}

/**
 * The form of an API's refusals: partner-errors; with native plugins exit-transformer with correlation-id, response-transformer for the
 * headers of a deprecated API, and partner-errors for idempotency keys and for answers that break off while they are held back.
 *
 * @throws Error when the gateway cannot do it
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
      // Nothing of Enterprise looks for the header of an operation, or sees an answer that breaks off while it is held back: it gets
      // the upstream's status, and exit-transformer leaves a 200 as it is. What is refused is shaped by exit-transformer.
      partnerErrorsForRequests(idempotent),
    ];
  }
  return [partnerErrors(policy, { correlator, headers, idempotent })];
}

/** What the form of answers without a route depends on. */
export interface ErrorListenerInput {
  /** The ErrorPolicies of all APIs that the environment serves; they share one header with the correlation id, or the usual one is used. */
  readonly policies: readonly ErrorPolicy[];
  readonly environment: GatewayOf;
}

/**
 * The form of answers to requests that have no route: the global instance. It is also what reads Host and Connection before a route
 * is looked for, which nothing of Enterprise does.
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
