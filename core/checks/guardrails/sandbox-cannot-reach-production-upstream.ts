import type { Catalog } from '../../model';
import { type ReachedHost, reachedHosts } from './reached-hosts';
import { finding, type Rule } from './rule';

/** An environment reaches the upstreams that it may reach, and none but production talks to what production talks to. */
export const sandboxCannotReachProductionUpstream: Rule = {
  id: 'sandbox-cannot-reach-production-upstream',
  severity: 'error',
  rationale: 'whoever tries something out must not touch real subscribers, real keys or real records',
  *check({ catalog }) {
    const production = productionHosts(catalog);
    for (const environment of catalog.environments.values()) {
      const allowed = environment.value.isolation.upstreams;
      for (const reached of reachedHosts(catalog, environment)) {
        const shared = environment.value.stage === 'production' ? undefined : production.get(reached.host);
        if (shared) {
          yield finding(
            reached.at(),
            `${environment.value.stage} environment '${environment.name}' reaches host '${reached.host}' (${reached.use}), which production environment '${shared.environment}' uses (${shared.use})`,
            'give it a host of its own',
          );
        } else if (reached.upstream && !allowed.some((pattern) => fits(reached.host, pattern))) {
          yield finding(
            reached.at(),
            `${reached.use} is '${reached.host}', which environment '${environment.name}' may not reach`,
            `allowed are ${allowed.map((pattern) => `'${pattern}'`).join(', ')}; write one of them, or add the host to \`isolation.upstreams\``,
          );
        }
      }
    }
  },
};

/** The hosts that production talks to, each with the first use of it. */
function productionHosts(catalog: Catalog): ReadonlyMap<string, ReachedHost & { readonly environment: string }> {
  const found = new Map<string, ReachedHost & { readonly environment: string }>();
  for (const environment of catalog.environments.values()) {
    if (environment.value.stage !== 'production') continue;
    for (const reached of reachedHosts(catalog, environment)) {
      if (!found.has(reached.host)) found.set(reached.host, { ...reached, environment: environment.name });
    }
  }
  return found;
}

/** `*.internal` is every host below internal, and not internal itself. */
function fits(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
