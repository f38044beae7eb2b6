import { type Check, found } from '../check';
import { productionHosts, reachedHosts } from './reached-hosts';

export const sandboxCannotReachProductionUpstream: Check<'sandbox-cannot-reach-production-upstream'> = {
  code: 'sandbox-cannot-reach-production-upstream',
  severity: 'error',
  per: 'catalog',
  summary:
    'An environment that is not for production uses a host that production uses: an upstream, keys, consent, audit or counters.',
  rationale: 'somebody who tries something out must not reach real subscribers, real keys or real records',
  fix: 'Write a different host for the environment that is not production.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap
upstreams:
  sandbox: { url: 'https://sim-swap.internal' }
  production: { url: 'https://sim-swap.internal' }
`,
    prefer: `kind: Api
name: sim-swap
upstreams:
  sandbox: { url: 'https://sim-swap.sandbox' }
  production: { url: 'https://sim-swap.internal' }
`,
  },
  *find({ catalog }) {
    const production = productionHosts(catalog);
    for (const environment of catalog.environments.values()) {
      if (environment.value.stage === 'production') continue;
      for (const reached of reachedHosts(catalog, environment)) {
        const shared = production.get(reached.host);
        if (!shared) continue;
        yield found(
          reached.at(),
          `${environment.value.stage} environment '${environment.name}' uses host '${reached.host}' (${reached.use}), which production environment '${shared.environment}' uses as well (${shared.use})`,
          `write a different host for '${environment.name}'`,
        );
      }
    }
  },
};
