import { type Check, found } from '../check';

export const upstreamWithoutTls: Check<'upstream-without-tls'> = {
  code: 'upstream-without-tls',
  severity: 'warning',
  per: 'api',
  summary: 'An API has an upstream with http in an environment that is not a trial.',
  rationale: 'anyone on the network between the gateway and the upstream can read and change the calls',
  fix: 'Write the address of the upstream with https.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap
upstreams:
  production: { url: http://sim-swap.internal }
`,
    prefer: `kind: Api
name: sim-swap
upstreams:
  production: { url: https://sim-swap.internal }
`,
  },
  *find(api, { catalog }) {
    for (const [name, { url }] of Object.entries(api.value.upstreams)) {
      const environment = catalog.environments.get(name);
      if (!environment || environment.value.trial === true || !url.startsWith('http://')) continue;
      yield found(
        api.at(['upstreams', name, 'url']),
        `upstream of api '${api.name}' in environment '${name}' uses HTTP, so anyone on the network can read and change the calls`,
        'write the URL with https',
      );
    }
  },
};
