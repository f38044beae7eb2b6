import { Construct } from 'constructs';
import type { Catalog, Entry, Environment } from '../core/model';
import { globalPlugins, type IdOf } from '../policies';
import { ClientCa } from './client-ca';
import { GatewayPlugin } from './gateway-plugin';
import { idOf } from './id-of';

export interface EnvironmentBasicsProps {
  /** The whole catalog: what stands on all calls depends on what the APIs of the environment use. */
  readonly catalog: Catalog;
  readonly environment: Entry<Environment>;
}

/** What an environment has once: the CAs of client certificates, and the plugins that stand on all calls. */
export class EnvironmentBasics extends Construct {
  constructor(scope: Construct, id: string, { catalog, environment: entry }: EnvironmentBasicsProps) {
    super(scope, id);
    const environment = entry.value;
    const cas = new Map<string, ClientCa>();
    for (const { name, certificate } of environment.clientCas ?? []) {
      cas.set(name, new ClientCa(this, `client-ca-${name}`, { environment, name, certificate }));
    }
    // By reference: the gateway deletes no CA that a plugin still names, so the plugin has to go first.
    const caIdOf: IdOf = (kind, name) => cas.get(name)?.reference.asString() ?? idOf(environment)(kind, name);
    for (const plugin of globalPlugins({ catalog, environment: entry, idOf: caIdOf })) {
      new GatewayPlugin(this, `plugin-${plugin.plugin}`, { environment, plugin });
    }
  }
}
