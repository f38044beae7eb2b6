import { type ErrorPolicy, type JsonObject, WINDOWS, windowPart, withDefaults } from '../../core/model';
import { type PluginSettings, portablePlugin } from '../plugin/plugin';
import type { Header } from './deprecation-headers';

/** What of an API its refusals and answers need. */
export interface PartnerErrorsOptions {
  /** Header with the correlation id. */
  readonly correlator: string;
  /** Headers that every answer gets. */
  readonly headers: readonly Header[];
  /** Operations that need an idempotency key, with the header that it comes in. */
  readonly idempotent: readonly JsonObject[];
}

/** partner-errors on a service: the form of everything that it refuses. */
export function partnerErrors(
  policy: ErrorPolicy,
  { correlator, headers, idempotent }: PartnerErrorsOptions,
): PluginSettings {
  return portablePlugin('partner-errors', {
    scope: 'api',
    correlator_header: correlator,
    upstream_errors: withDefaults('ErrorPolicy', policy).upstreamErrors,
    response_headers: headers,
    idempotent_operations: idempotent,
    window_codes: WINDOWS.map((window) => ({
      window,
      code: windowPart(window) === 'quota' ? 'QUOTA_EXCEEDED' : 'TOO_MANY_REQUESTS',
    })),
  });
}

/** partner-errors beside exit-transformer: what nothing of Enterprise looks at in requests and in answers that break off. */
export function partnerErrorsForRequests(idempotent: readonly JsonObject[]): PluginSettings {
  return portablePlugin('partner-errors', { scope: 'requests', idempotent_operations: idempotent });
}

/** The global partner-errors: the form of answers to requests that have no route. */
export function partnerErrorsForListener(correlator: string): PluginSettings {
  return portablePlugin('partner-errors', { scope: 'listener', correlator_header: correlator });
}
