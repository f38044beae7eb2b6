import { type Check, found } from '../check';
import { limitationsOf } from './limitations';

export const nativeUpstreamErrors: Check<'native-upstream-errors'> = {
  code: 'native-upstream-errors',
  severity: 'error',
  per: 'catalog',
  summary: 'An error policy replaces the errors of upstreams in an environment with `plugins: native`.',
  rationale: "Enterprise's plugins only change the gateway's own errors, so partners would get two error formats",
  fix: "Write `upstreamErrors: pass`, or `plugins: portable` in the environment's gateway.",
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: ErrorPolicy
name: camara-errors
upstreamErrors: replace
`,
    prefer: `kind: Environment
name: production
gateway: { edition: enterprise, version: '3.9', plugins: native }
---
kind: ErrorPolicy
name: camara-errors
upstreamErrors: pass
`,
  },
  *find({ catalog }) {
    for (const { name, environment, at } of limitationsOf(catalog, 'native-upstream-errors')) {
      yield found(
        at,
        `error policy '${name}' replaces the errors of upstreams, but the native plugins of environment '${environment}' replace only the gateway's own`,
        `write \`upstreamErrors: pass\`, or \`plugins: portable\` in the gateway of environment '${environment}'`,
      );
    }
  },
};
