import type { AuditPolicy, Entry } from '../../model';
import { policyOf } from '../../model';
import { groupBy } from '../../model/base/group-by';
import { type Check, found } from '../check';
import { listSome } from './shared/list-some';
import { needsLatency, needsStatus, type PromisedApi, promisedApis } from './shared/promised-apis';

export const slaWithoutRecords: Check<'sla-without-records'> = {
  code: 'sla-without-records',
  severity: 'error',
  per: 'catalog',
  summary:
    'An API has a service level in an environment that is not a trial, but no audit policy, or one whose records lack a field that the service level is measured from.',
  rationale: 'no one could show whether the service level was kept, and no credit could be computed',
  fix: 'Name an `AuditPolicy` in `policies.audit`, with the fields that the message names.',
  details:
    'A service level is the figures of the API, of its tiers and of deviations in contracts. It is measured by `api` and `tier`: availability and error rate need `status`, response times need `latency`, and credits need `partner`.',
  waivable: true,
  examples: {
    avoid: `kind: AuditPolicy
name: standard-audit # the policy of sim-swap, which has an SLA
fields: [partner, api, tier, latency]
`,
    prefer: `kind: AuditPolicy
name: standard-audit
fields: [partner, api, tier, status, latency]
`,
  },
  *find({ catalog, asOf }) {
    const incomplete: Incomplete[] = [];
    for (const promised of promisedApis(catalog, asOf)) {
      const { api, environments, hasCredits } = promised;
      if (api.value.policies.audit === undefined) {
        yield found(
          api.at(['policies'], 'key'),
          `api '${api.name}' has a service level in ${listSome(environments.map(({ name }) => `environment '${name}'`))}, but no audit policy, so there are no records to measure it from${hasCredits ? ' and no credits' : ''}`,
          'add `policies.audit` with the name of an AuditPolicy',
        );
        continue;
      }
      const policy = policyOf(catalog, api.value, 'audit');
      const missing = policy ? neededFields(promised).filter((field) => !policy.value.fields.includes(field)) : [];
      if (policy) incomplete.push(...missing.map((field) => ({ policy, field, promised })));
    }
    for (const [policy, group] of groupBy(incomplete, (one) => one.policy)) {
      const fields = [...new Set(group.map(({ field }) => `\`${field}\``))];
      const apis = [...new Set(group.map(({ promised: { api } }) => `api '${api.name}'`))];
      yield found(
        policy.at(['fields']),
        `records of audit policy '${policy.name}' lack ${listSome(fields)}, from which the service level of ${listSome(apis)} is measured`,
        `add ${listSome(fields)} to its \`fields\``,
      );
    }
  },
};

type RecordField = AuditPolicy['fields'][number];

/** A field that records lack although a service level is measured from it. */
interface Incomplete {
  readonly policy: Entry<AuditPolicy>;
  readonly field: RecordField;
  readonly promised: PromisedApi;
}

function neededFields(promised: PromisedApi): readonly RecordField[] {
  return [
    'api',
    'tier',
    ...(needsStatus(promised) ? (['status'] as const) : []),
    ...(needsLatency(promised) ? (['latency'] as const) : []),
    ...(promised.hasCredits ? (['partner'] as const) : []),
  ];
}
