import type { Entry, MetricsPolicy } from '../../model';
import { policyOf, withDefaults } from '../../model';
import { groupBy } from '../../model/base/group-by';
import { type Check, found } from '../check';
import { listSome } from './shared/list-some';
import { needsLatency, needsStatus, type PromisedApi, promisedApis } from './shared/promised-apis';

export const slaWithoutMetrics: Check<'sla-without-metrics'> = {
  code: 'sla-without-metrics',
  severity: 'warning',
  per: 'catalog',
  summary:
    'An API has a service level in an environment that is not a trial, but no metrics policy, or one that counts no status codes or response times.',
  rationale: 'without these metrics, no alert reports that a promise is about to be broken',
  fix: 'Name a `MetricsPolicy` in `policies.metrics`, with `status` for availability and error rate and `latency` for response times; both are on by default.',
  details:
    'A service level is the figures of the API, of its tiers and of deviations in contracts. Statements and credits do not need metrics but records, see `sla-without-records`.',
  waivable: true,
  examples: {
    avoid: `kind: MetricsPolicy
name: standard-metrics # the policy of sim-swap, which has an SLA
latency: false
`,
    prefer: `kind: MetricsPolicy
name: standard-metrics
latency: true
`,
  },
  *find({ catalog, asOf }) {
    const unmeasured: Unmeasured[] = [];
    for (const promised of promisedApis(catalog, asOf)) {
      const { api, environments } = promised;
      if (api.value.policies.metrics === undefined) {
        yield found(
          api.at(['policies'], 'key'),
          `api '${api.name}' has a service level in ${listSome(environments.map(({ name }) => `environment '${name}'`))}, but no metrics policy, so no alert can report that it is not kept`,
          'add `policies.metrics` with the name of a MetricsPolicy',
        );
        continue;
      }
      const policy = policyOf(catalog, api.value, 'metrics');
      if (policy) unmeasured.push(...unmeasuredBy(policy, promised));
    }
    for (const group of groupBy(unmeasured, ({ policy, field }) => `${policy.name} ${field}`).values()) {
      const [first] = group;
      if (!first) continue;
      const { policy, field } = first;
      const apis = listSome(group.map(({ promised: { api } }) => `api '${api.name}'`));
      yield found(
        policy.at([field]),
        `metrics policy '${policy.name}' does not count ${COUNTED[field]}, so no alert can report that the service level of ${apis} is not kept`,
        `write \`${field}: true\`, or remove it, because that is the default`,
      );
    }
  },
};

/** A field of a metrics policy that is off although a service level needs it. */
interface Unmeasured {
  readonly policy: Entry<MetricsPolicy>;
  readonly field: keyof typeof COUNTED;
  readonly promised: PromisedApi;
}

const COUNTED = { status: 'status codes', latency: 'response times' } as const;

function unmeasuredBy(policy: Entry<MetricsPolicy>, promised: PromisedApi): readonly Unmeasured[] {
  const { status, latency } = withDefaults('MetricsPolicy', policy.value);
  return [
    ...(needsStatus(promised) && !status ? [{ policy, field: 'status' as const, promised }] : []),
    ...(needsLatency(promised) && !latency ? [{ policy, field: 'latency' as const, promised }] : []),
  ];
}
