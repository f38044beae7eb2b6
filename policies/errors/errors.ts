import {
  type Api,
  type ApiOperation,
  defaultOf,
  type ErrorPolicy,
  type JsonObject,
  WINDOWS,
  windowPart,
} from '../../core/model';
import { type GatewayOf, supportedTarget, type Target } from '../gateway/gateway';
import { refuse } from '../gateway/limitation';
import { matchOf } from '../gateway/operations';
import { ownPlugin, type PluginSettings } from '../gateway/plugin';
import { CORRELATION_ID, EXIT_TRANSFORMER, nativePlugin, RESPONSE_TRANSFORMER } from '../plugin-attributes';
import { camaraExit } from './camara-exit';
import { type DeprecatedApi, deprecationHeaders, type Header } from './deprecation-headers';
import { errorLimitations } from './error-limitations';

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
 * The form of an API's refusals: partner-errors; on Enterprise exit-transformer with correlation-id, response-transformer for the
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
    refuse(errorLimitations(policy, environment));
    return [
      exitTransformer(correlator, target),
      correlationId(correlator, target),
      ...responseHeaders(headers, target),
      // Nothing of Enterprise looks for the header of an operation, or sees an answer that breaks off while it is held back: it gets
      // the upstream's status, and exit-transformer leaves a 200 as it is. What is refused is shaped by exit-transformer.
      ownPlugin('partner-errors', { scope: 'requests', idempotent_operations: idempotent }),
    ];
  }
  return [
    ownPlugin('partner-errors', {
      scope: 'api',
      correlator_header: correlator,
      upstream_errors: policy.upstreamErrors ?? defaultOf('ErrorPolicy', 'upstreamErrors'),
      response_headers: headers,
      idempotent_operations: idempotent,
      window_codes: WINDOWS.map((window) => ({
        window,
        code: windowPart(window) === 'quota' ? 'QUOTA_EXCEEDED' : 'TOO_MANY_REQUESTS',
      })),
    }),
  ];
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
    return [
      exitTransformer(header, target),
      ownPlugin('partner-errors', { scope: 'requests', idempotent_operations: [] }),
    ];
  }
  return [ownPlugin('partner-errors', { scope: 'listener', correlator_header: header })];
}

/** The header that carries the correlation id. */
export function correlatorOf(policy?: Pick<ErrorPolicy, 'correlator'>): string {
  return policy?.correlator ?? defaultOf('ErrorPolicy', 'correlator');
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

function exitTransformer(correlator: string, target: Target): PluginSettings {
  return nativePlugin(EXIT_TRANSFORMER, target, {
    functions: [camaraExit(correlator)],
    handle_unexpected: true,
    handle_unknown: true,
  });
}

function correlationId(correlator: string, target: Target): PluginSettings {
  return nativePlugin(CORRELATION_ID, target, { header_name: correlator, generator: 'uuid', echo_downstream: true });
}

function responseHeaders(headers: readonly Header[], target: Target): readonly PluginSettings[] {
  if (headers.length === 0) return [];
  const values = headers.map(({ name, value }) => `${name}:${value}`);
  return [nativePlugin(RESPONSE_TRANSFORMER, target, { 'append.headers': values })];
}
