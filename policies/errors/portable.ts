import { type ErrorPolicy, type JsonObject, WINDOWS, windowField, withDefaults } from '../../core/model';
import { type PluginSettings, portablePlugin } from '../plugin/plugin';
import type { Header } from './deprecation-headers';

/** The settings of an API's errors and response headers. */
export interface PartnerErrorsOptions {
  /** Header of the correlation id. */
  readonly correlator: string;
  /** Headers that are added to every response. */
  readonly headers: readonly Header[];
  /** Operations that require an idempotency key, with the header of the key. */
  readonly idempotent: readonly JsonObject[];
}

/** partner-errors on a service, which formats its errors. */
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
      code: windowField(window) === 'quota' ? 'QUOTA_EXCEEDED' : 'TOO_MANY_REQUESTS',
    })),
  });
}

/** partner-errors together with exit-transformer, for the checks of requests and cut-off responses that Enterprise lacks. */
export function partnerErrorsForRequests(idempotent: readonly JsonObject[]): PluginSettings {
  return portablePlugin('partner-errors', { scope: 'requests', idempotent_operations: idempotent });
}

/** The global partner-errors, which formats errors for requests that match no route. */
export function partnerErrorsForListener(correlator: string): PluginSettings {
  return portablePlugin('partner-errors', { scope: 'listener', correlator_header: correlator });
}
