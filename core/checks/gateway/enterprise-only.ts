import { type Catalog, defaultsOf, type Finding, withDefaults } from '../../model';

/** What open-source Kong does not have is not asked of it. */
export function* enterpriseOnly(catalog: Catalog): Iterable<Finding> {
  const usual = defaultsOf('Environment').workspace;
  for (const environment of catalog.environments.values()) {
    const { gateway } = environment.value;
    if (gateway.edition !== 'oss') continue;
    const { workspace } = withDefaults('Environment', environment.value);
    if (workspace !== usual) {
      yield {
        code: 'enterprise-only',
        severity: 'error',
        message: `environment '${environment.name}' is in workspace '${workspace}', and open-source Kong has no workspaces`,
        hint: 'remove `workspace`, or write `edition: enterprise` if that is what the gateway is',
        at: environment.at(['workspace']),
      };
    }
    if (gateway.plugins === 'native') {
      yield {
        code: 'enterprise-only',
        severity: 'error',
        message: `environment '${environment.name}' has \`plugins: native\`, and open-source Kong has no plugins of Enterprise`,
        hint: 'write `plugins: portable` or remove it, or write `edition: enterprise` if that is what the gateway is',
        at: environment.at(['gateway', 'plugins']),
      };
    }
  }
}
