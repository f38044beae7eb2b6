import type { PluginSettings } from '../plugin/plugin';
import { nativePlugin, REQUEST_TERMINATION } from '../plugin-attributes';
import { type GatewayOf, supportedTarget } from '../target/target';

/** What the refusal of calls that no operation may have depends on. */
export interface RefusalInput {
  readonly environment: GatewayOf;
}

/**
 * The answer to calls of a path that is not exposed: Kong's own 404, as where no route is, in the form that the plugins for answers
 * without a route give it.
 *
 * @throws Error when the gateway is not supported
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
