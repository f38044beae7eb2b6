import { targetOf } from '../../../policies';
import { type Catalog, defaultsOf, type Finding, isServedIn, withDefaults } from '../../model';

/** During the TLS handshake Kong runs the global plugins of its default workspace alone. */
export function* listenerWorkspace(catalog: Catalog): Iterable<Finding> {
  const usual = defaultsOf('Environment').workspace;
  for (const environment of catalog.environments.values()) {
    const { workspace } = withDefaults('Environment', environment.value);
    // Open-source Kong has no workspaces at all, which is told of it.
    const { edition } = environment.value.gateway;
    if (workspace === usual || edition === 'oss' || targetOf(environment.value)?.plugins !== 'portable') continue;
    const asking = [...catalog.apis.values()].find(
      ({ value }) => value.policies.mtls !== undefined && isServedIn(value, environment.value),
    );
    if (!asking) continue;
    yield {
      code: 'listener-workspace',
      severity: 'error',
      message: `environment '${environment.name}' is in workspace '${workspace}', where nobody asks for the client certificates that api '${asking.name}' needs`,
      hint: `write \`workspace: ${usual}\`, or \`plugins: native\` in its gateway`,
      at: environment.at(['workspace']),
    };
  }
}
