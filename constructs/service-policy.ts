import { Construct } from 'constructs';
import type { Api, Environment } from '../core/model';
import type { PluginSettings } from '../policies';
import { type Document, validate } from './documents';
import { GatewayPlugin } from './gateway-plugin';

/** What every policy on an API's service depends on. */
export interface ServicePolicyProps {
  /** The API; its service stands in the same stack ({@link GatewayService}, or a {@link CatalogApi}). */
  readonly api: Api;
  readonly environment: Environment;
}

/** A policy on the service of an API: the plugins that it comes to on the environment's gateway. */
export abstract class ServicePolicy extends Construct {
  /**
   * @param documents what the policy depends on besides; all are held to their schemas before `plugins` is asked
   * @throws Error when a document is not valid, the gateway cannot do it, or the API has such a policy already
   */
  protected constructor(
    scope: Construct,
    id: string,
    { api, environment }: ServicePolicyProps,
    documents: readonly (Document | undefined)[],
    plugins: () => readonly PluginSettings[],
  ) {
    super(scope, id);
    for (const document of [api, environment, ...documents]) if (document) validate(document);
    for (const settings of plugins()) {
      const plugin = { ...settings, target: { scope: 'service', api: api.name } } as const;
      new GatewayPlugin(this, settings.plugin, { environment, plugin });
    }
  }
}
