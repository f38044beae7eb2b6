import { targetOf } from '../../../policies';
import { isServedIn } from '../../model';
import { type Check, found } from '../check';

/** The most that one control plane of Konnect holds. */
const LIMIT = 1000;

/** 21 APIs that are offered at 50 tiers each. */
const MANY_TIERS = `for n in $(seq 50); do
  printf -- '---\\nkind: Tier\\nname: tier-%s\\ntitle: Tier %s\\nstatus: draft\\nversion: 1.0.0\\nlimits: { second: 1 }\\n' $n $n
done > tiers.yaml
for n in $(seq 21); do cat <<END; done > apis.yaml
---
kind: Api
name: api-$n
title: API $n
domain: location
owner: identity-apis
version: 1.0.0
basePath: /api-$n/v1
openapi: ./device-location.openapi.yaml
lifecycle: published
criticality: low
personalData: false
visibility: public
tiers: [$(seq -f 'tier-%g' -s ', ' 50)]
upstreams: { production: { url: 'https://location.internal' } }
policies: { token: operator-idp, errors: camara-errors }
END
`;

export const tooManyConsumerGroups: Check<'too-many-consumer-groups'> = {
  code: 'too-many-consumer-groups',
  severity: 'warning',
  per: 'catalog',
  summary:
    'An environment with `plugins: native` needs more Consumer Groups, one per API and tier, than a control plane of Konnect holds.',
  rationale: 'Konnect would reject the groups above the limit, and partners of those tiers could not call',
  fix: "Write `plugins: portable` in the environment's gateway, offer fewer tiers per API, or spread the APIs over several environments.",
  details: 'See [ADR 11](adr/0011-consumer-groups.md).',
  waivable: true,
  examples: {
    avoid: {
      commands: MANY_TIERS,
      documents: `kind: Environment
name: production
gateway: { plugins: native }
`,
    },
    prefer: {
      commands: MANY_TIERS,
      documents: `kind: Environment
name: production
gateway: { plugins: portable }
`,
    },
  },
  *find({ catalog }) {
    for (const environment of catalog.environments.values()) {
      if (targetOf(environment.value)?.plugins !== 'native') continue;
      const served = [...catalog.apis.values()].filter(({ value }) => isServedIn(value, environment.value));
      const groups = served.reduce((sum, { value }) => sum + value.tiers.length, 0);
      if (groups <= LIMIT) continue;
      yield found(
        environment.at(['gateway', 'plugins']),
        `environment '${environment.name}' needs ${groups} Consumer Groups, one per API and tier; a control plane of Konnect holds ${LIMIT}`,
        'write `plugins: portable` in its gateway, offer fewer tiers per API, or spread the APIs over several environments',
      );
    }
  },
};
