import { isServedIn } from '../../model';
import { type Check, found } from '../check';

export const apiChangedStack: Check<'api-changed-stack'> = {
  code: 'api-changed-stack',
  severity: 'warning',
  per: 'output',
  summary: 'The domain of an API changed, so that the API is in another stack than in the previous output.',
  rationale:
    'one stack deletes what the other creates under the same IDs, so the stack that is applied last decides whether the API is on the gateway',
  fix: 'Apply the old stack with `lifecycle: retired` first, then change the domain and publish the API again.',
  details:
    'Only synthesis reads the previous output, so a check does not give this warning. See [state in cells](adr/0005-state-in-cells.md).',
  waivable: true,
  examples: {
    avoid: {
      previous: { sandbox: { shards: 1, apis: { 'sim-swap': 'sandbox_apis_identity' } } },
      documents: `kind: Api
name: sim-swap
domain: location
`,
    },
    prefer: {
      previous: { sandbox: { shards: 1, apis: { 'sim-swap': 'sandbox_apis_identity' } } },
      documents: `kind: Api
name: sim-swap
domain: identity
`,
    },
  },
  *find(previous, { catalog }) {
    for (const [name, { apis }] of Object.entries(previous)) {
      const environment = catalog.environments.get(name);
      for (const [apiName, before] of Object.entries(apis)) {
        const api = catalog.apis.get(apiName);
        if (!environment || !api || !isServedIn(api.value, environment.value)) continue;
        const now = `${name}_apis_${api.value.domain}`;
        if (now === before) continue;
        yield found(
          api.at(['domain']),
          `api '${apiName}' is in stack '${now}', but was in '${before}' in the previous output; the stack that is applied last decides whether the API is on the gateway`,
          `apply '${before}' with \`lifecycle: retired\` first, then change the domain and publish the API again`,
        );
      }
    }
  },
};
