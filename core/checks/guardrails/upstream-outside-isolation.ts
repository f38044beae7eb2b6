import { type Check, found } from '../check';
import { productionHosts, reachedHosts } from './reached-hosts';

export const upstreamOutsideIsolation: Check<'upstream-outside-isolation'> = {
  code: 'upstream-outside-isolation',
  severity: 'error',
  per: 'catalog',
  summary: "An upstream's host is not among those that its environment allows in `isolation.upstreams`.",
  rationale: 'a typo in a URL must not send the calls of partners, and their data, to another system',
  fix: 'Correct the URL, or add the host to `isolation.upstreams`.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap
upstreams:
  sandbox: { url: 'https://sim-swap.elsewhere.example' }
`,
    prefer: `kind: Api
name: sim-swap
upstreams:
  sandbox: { url: 'https://sim-swap.sandbox' }
`,
  },
  *find({ catalog }) {
    const production = productionHosts(catalog);
    for (const environment of catalog.environments.values()) {
      const isProduction = environment.value.stage === 'production';
      const allowed = environment.value.isolation.upstreams;
      for (const { host, use, isUpstream, at } of reachedHosts(catalog, environment)) {
        // A host of production is reported by 'sandbox-cannot-reach-production-upstream'.
        if (!isUpstream || (!isProduction && production.has(host))) continue;
        if (allowed.some((pattern) => matches(host, pattern))) continue;
        yield found(
          at(),
          `${use} is '${host}', which environment '${environment.name}' does not allow`,
          `allowed are ${allowed.map((pattern) => `'${pattern}'`).join(', ')}; use one of them, or add the host to \`isolation.upstreams\``,
        );
      }
    }
  },
};

/** `*.internal` matches every host below internal, but not internal itself. */
function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
