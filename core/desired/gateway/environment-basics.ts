import { errorListenerPlugins, type IdOf, mtlsListenerPlugins, type PluginSettings } from '../../../policies';
import { type Environment, type ErrorPolicy, type MtlsPolicy, type Origin, originIn } from '../../model';
import type { Entity } from '../entity';
import { Reference } from '../reference';
import { clientCa } from './client-ca';
import { idOf } from './id-of';
import { gatewayPlugin } from './plugin';

export interface EnvironmentBasicsProps {
  readonly environment: Environment;
  /** The MtlsPolicies of the APIs that the environment serves, without duplicates, sorted by name. */
  readonly mtls: readonly MtlsPolicy[];
  /** The ErrorPolicies of the APIs that the environment serves, without duplicates, sorted by name. */
  readonly errors: readonly ErrorPolicy[];
}

/**
 * The global entities of an environment: the client CAs and the plugins for all calls, which handle the TLS handshake and answer
 * requests that match no route.
 */
export function environmentBasics({ environment, mtls, errors }: EnvironmentBasicsProps): readonly Entity[] {
  const cas = (environment.clientCas ?? []).map((ca) => [ca.name, clientCa({ environment, ...ca })] as const);
  const byName = new Map(cas);
  // By reference, so that the plugin is removed first: the gateway does not delete a CA that a plugin refers to.
  const reference: IdOf = (kind, name) => {
    const ca = byName.get(name);
    return ca ? Reference.to(ca.type, ca.address).asString() : idOf(environment)(kind, name);
  };
  return [
    ...byName.values(),
    ...globalPlugins(environment, mtlsListenerPlugins({ policies: mtls, environment, idOf: reference }), mtls),
    ...globalPlugins(environment, errorListenerPlugins({ policies: errors, environment }), errors),
  ];
}

function globalPlugins(
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
