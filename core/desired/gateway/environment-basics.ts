import { errorListenerPlugins, type IdOf, mtlsListenerPlugins, type PluginSettings } from '../../../policies';
import { type Environment, type ErrorPolicy, type MtlsPolicy, type Origin, originIn } from '../../model';
import type { Entity } from '../entity';
import { Reference } from '../reference';
import { clientCa } from './client-ca';
import { idOf } from './id-of';
import { gatewayPlugin } from './plugin';

export interface EnvironmentBasicsProps {
  readonly environment: Environment;
  /** The MtlsPolicies of the APIs that the environment serves, each once, by name. */
  readonly mtls: readonly MtlsPolicy[];
  /** The ErrorPolicies of the APIs that the environment serves, each once, by name. */
  readonly errors: readonly ErrorPolicy[];
}

/**
 * What an environment has once: the CAs of client certificates, and the plugins for all calls, which serve the TLS handshake and
 * answers that have no route.
 */
export function environmentBasics({ environment, mtls, errors }: EnvironmentBasicsProps): readonly Entity[] {
  const cas = (environment.clientCas ?? []).map((ca) => [ca.name, clientCa({ environment, ...ca })] as const);
  const byName = new Map(cas);
  // By reference: the gateway deletes no CA that a plugin still names, so the plugin has to go first.
  const reference: IdOf = (kind, name) => {
    const ca = byName.get(name);
    return ca ? Reference.to(ca.type, ca.address).asString() : idOf(environment)(kind, name);
  };
  return [
    ...byName.values(),
    ...onAllCalls(environment, mtlsListenerPlugins({ policies: mtls, environment, idOf: reference }), mtls),
    ...onAllCalls(environment, errorListenerPlugins({ policies: errors, environment }), errors),
  ];
}

function onAllCalls(
  environment: Environment,
  plugins: readonly PluginSettings[],
  policies: readonly (MtlsPolicy | ErrorPolicy)[],
): readonly Entity[] {
  const origins: readonly Origin[] = [
    ...policies.map(({ kind, name }) => originIn(kind, name)),
    originIn('Environment', environment.name),
  ];
  return plugins.map((settings) =>
    gatewayPlugin({ environment, plugin: { ...settings, placement: { scope: 'global' } }, origins }),
  );
}
