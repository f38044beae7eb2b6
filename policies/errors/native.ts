import type { PluginSettings } from '../plugin/plugin';
import { CORRELATION_ID, EXIT_TRANSFORMER, nativePlugin, RESPONSE_TRANSFORMER } from '../plugin-attributes';
import type { Target } from '../target/target';
import { camaraExit } from './camara-exit';
import type { Header } from './deprecation-headers';

/** Enterprise's exit-transformer, which formats the gateway's own errors in CAMARA's format. */
export function exitTransformer(correlator: string, target: Target): PluginSettings {
  return nativePlugin(EXIT_TRANSFORMER, target, {
    functions: [camaraExit(correlator)],
    handle_unexpected: true,
    handle_unknown: true,
  });
}

/** Kong's correlation-id, which adds the correlation id to every response. */
export function correlationId(correlator: string, target: Target): PluginSettings {
  return nativePlugin(CORRELATION_ID, target, { header_name: correlator, generator: 'uuid', echo_downstream: true });
}

/** Kong's response-transformer, which adds headers to every response; empty if there are no headers. */
export function responseHeaders(headers: readonly Header[], target: Target): readonly PluginSettings[] {
  if (headers.length === 0) return [];
  const values = headers.map(({ name, value }) => `${name}:${value}`);
  return [nativePlugin(RESPONSE_TRANSFORMER, target, { 'append.headers': values })];
}
