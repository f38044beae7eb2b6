import type { PluginSettings } from '../plugin/plugin';
import { nativePlugin, REQUEST_TERMINATION } from '../plugin-attributes';
import { type GatewayOf, supportedTarget } from '../target/target';

/** The input of the plugin on refusing routes. */
export interface RefusalInput {
  readonly environment: GatewayOf;
}

/**
 * Answers calls to a path that is not exposed with 404, exactly as Kong answers requests that match no route; the global plugins format
 * the response.
 *
 * @throws Error if the gateway is not supported
 */
export function refusalPlugins({ environment }: RefusalInput): readonly PluginSettings[] {
  return [
    nativePlugin(REQUEST_TERMINATION, supportedTarget(environment), {
      echo: false,
      message: 'no Route matched with those values',
      status_code: 404,
    }),
  ];
}
