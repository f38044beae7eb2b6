import { type Check, found } from '../check';
import { listSome } from './shared/list-some';
import { SLA_FIGURES } from './shared/sla-figures';
import { slaPromises } from './shared/sla-promises';

export const slaAboveApi: Check<'sla-above-api'> = {
  code: 'sla-above-api',
  severity: 'error',
  per: 'catalog',
  summary: 'The SLA of a tier, or of a deviation in a contract, promises more than the SLA of an API at that tier.',
  rationale: 'partners are sold a service level that the team that runs the API has not agreed to',
  fix: 'Lower the figure to the lowest of the APIs, or raise the figure of the API if its team agrees.',
  details:
    'Higher availability, shorter response times and a lower error rate are more. Percentages are compared exactly. Drafts and retired APIs are not checked. `sla-without-api-figure` reports APIs that promise nothing.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap
sla: { availability: 99.5% }
---
kind: Tier
name: paid # a tier of sim-swap
sla: { availability: 99.9% }
`,
    prefer: `kind: Api
name: sim-swap
sla: { availability: 99.9% }
---
kind: Tier
name: paid # a tier of sim-swap
sla: { availability: 99.9% }
`,
  },
  *find({ catalog, asOf }) {
    for (const { owner, sla, at, apis } of slaPromises(catalog, asOf)) {
      for (const { path, read, describe, compare } of SLA_FIGURES) {
        const value = read(sla);
        if (value === undefined) continue;
        const less = apis.flatMap((api) => {
          const promised = api.value.sla && read(api.value.sla);
          return promised !== undefined && compare(value, promised) < 0 ? [{ api, promised }] : [];
        });
        const [lowest] = less.map(({ promised }) => promised).sort((a, b) => compare(b, a));
        if (lowest === undefined) continue;
        const named = less.map(({ api, promised }) => `api '${api.name}' promises only ${promised}`);
        yield found(
          at(path),
          `SLA of ${owner} promises ${describe(value)}, but ${listSome(named)}`,
          `write '${lowest}' here, or raise the figure of the API`,
          less.map(({ api }) => api.at(['sla', ...path])),
        );
      }
    }
  },
};
