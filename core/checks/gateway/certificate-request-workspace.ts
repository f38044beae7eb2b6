import { targetOf } from '../../../policies';
import { defaultsOf, isServedIn, withDefaults } from '../../model';
import { type Check, found } from '../check';

export const certificateRequestWorkspace: Check<'certificate-request-workspace'> = {
  code: 'certificate-request-workspace',
  severity: 'error',
  per: 'catalog',
  summary:
    'An environment with portable plugins is in a workspace other than `default` and serves an API that requires client certificates.',
  rationale:
    'during the TLS handshake Kong runs only the global plugins of its default workspace, so no client would be asked for a certificate and every call would be refused',
  fix: "Write `workspace: default`, or `plugins: native` in the environment's gateway.",
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: production
workspace: partners
`,
    prefer: `kind: Environment
name: production
workspace: default
`,
  },
  *find({ catalog }) {
    const { workspace: usual } = defaultsOf('Environment');
    for (const environment of catalog.environments.values()) {
      const { workspace } = withDefaults('Environment', environment.value);
      // Open-source Kong has no workspaces, which 'enterprise-only' reports.
      const { edition } = environment.value.gateway;
      if (workspace === usual || edition === 'oss' || targetOf(environment.value)?.plugins !== 'portable') continue;
      const api = [...catalog.apis.values()].find(
        ({ value }) => value.policies.mtls !== undefined && isServedIn(value, environment.value),
      );
      if (!api) continue;
      yield found(
        environment.at(['workspace']),
        `environment '${environment.name}' is in workspace '${workspace}', where the gateway does not request the client certificates that api '${api.name}' requires`,
        `write \`workspace: ${usual}\`, or \`plugins: native\` in its gateway`,
      );
    }
  },
};
