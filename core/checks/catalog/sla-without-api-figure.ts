import { type Check, found } from '../check';
import { listSome } from './shared/list-some';
import { SLA_FIGURES } from './shared/sla-figures';
import { slaPromises } from './shared/sla-promises';

export const slaWithoutApiFigure: Check<'sla-without-api-figure'> = {
  code: 'sla-without-api-figure',
  severity: 'warning',
  per: 'catalog',
  summary: 'The SLA of a tier, or of a deviation in a contract, has a figure that an API at that tier does not have.',
  rationale: 'no one has agreed to run the API at the service level that partners are sold',
  fix: "Add the figure to the API's `sla`, or remove it from the tier.",
  details: 'One finding names all APIs that lack the figure. Drafts and retired APIs are not checked.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap
sla: { latency: { p50: 80 ms, p95: 250 ms } }
---
kind: Tier
name: paid # a tier of sim-swap
sla: { latency: { p99: 400 ms } }
`,
    prefer: `kind: Api
name: sim-swap
sla: { latency: { p50: 80 ms, p95: 250 ms, p99: 400 ms } }
---
kind: Tier
name: paid # a tier of sim-swap
sla: { latency: { p99: 400 ms } }
`,
  },
  *find({ catalog, asOf }) {
    for (const { owner, sla, at, apis } of slaPromises(catalog, asOf)) {
      for (const { path, read, describe } of SLA_FIGURES) {
        const value = read(sla);
        const silent = value === undefined ? [] : apis.filter((api) => !api.value.sla || !read(api.value.sla));
        if (value === undefined || silent.length === 0) continue;
        const named = listSome(silent.map(({ name }) => `api '${name}'`));
        const field = ['sla', ...path].join('.');
        yield found(
          at(path),
          `SLA of ${owner} promises ${describe(value)}, but ${named} ${silent.length === 1 ? 'has' : 'have'} no such figure`,
          `add \`${field}: ${value}\` or a stricter figure to ${silent.length === 1 ? 'the API' : 'each API'}, or remove it here`,
        );
      }
    }
  },
};
