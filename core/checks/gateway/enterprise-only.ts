import { defaultsOf, withDefaults } from '../../model';
import { type DocumentCheck, found } from '../check';

export const enterpriseOnly: DocumentCheck<'Environment', 'enterprise-only'> = {
  code: 'enterprise-only',
  severity: 'error',
  per: 'document',
  kinds: ['Environment'],
  summary: 'An environment with `edition: oss` has a workspace other than `default`, or `plugins: native`.',
  rationale: 'open-source Kong has neither workspaces nor the plugins of Enterprise, so apply would fail halfway',
  fix: 'Remove the field, or write `edition: enterprise` if that is what the gateway runs.',
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: sandbox
gateway: { edition: oss, plugins: native }
`,
    prefer: `kind: Environment
name: sandbox
gateway: { edition: oss, plugins: portable }
`,
  },
  *find(environment) {
    const { gateway } = environment.value;
    if (gateway.edition !== 'oss') return;
    const { workspace } = withDefaults('Environment', environment.value);
    if (workspace !== defaultsOf('Environment').workspace) {
      yield found(
        environment.at(['workspace']),
        `environment '${environment.name}' is in workspace '${workspace}', but open-source Kong has no workspaces`,
        'remove `workspace`, or write `edition: enterprise` if that is what the gateway runs',
      );
    }
    if (gateway.plugins === 'native') {
      yield found(
        environment.at(['gateway', 'plugins']),
        `environment '${environment.name}' has \`plugins: native\`, but open-source Kong does not have the plugins of Enterprise`,
        'write `plugins: portable` or remove the field, or write `edition: enterprise` if that is what the gateway runs',
      );
    }
  },
};
