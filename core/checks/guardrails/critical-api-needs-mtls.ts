import { isServedIn } from '../../model';
import { finding, type Rule } from './rule';

/** A critical API asks for client certificates wherever real data passes. */
export const criticalApiNeedsMtls: Rule = {
  id: 'critical-api-needs-mtls',
  severity: 'error',
  rationale: 'a bearer token that leaks is usable by anyone; a client certificate only with its key',
  *check({ catalog }) {
    for (const api of catalog.apis.values()) {
      if (api.value.criticality !== 'critical' || api.value.policies.mtls !== undefined) continue;
      const production = [...catalog.environments.values()].find(
        ({ value }) => value.stage === 'production' && isServedIn(api.value, value),
      );
      if (!production) continue;
      yield finding(
        api.at(['policies']),
        `api '${api.name}' is critical and served in '${production.name}' without mutual TLS`,
        'add `mtls` to its policies, or write a lower `criticality`',
      );
    }
  },
};
