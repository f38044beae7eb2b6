import type { Check } from '../check';
import { describeSharedHost, sharedHosts } from './shared/shared-hosts';

export const sharedHost: Check<'shared-host'> = {
  code: 'shared-host',
  severity: 'warning',
  per: 'catalog',
  summary: 'Two environments of the same stage have the same host.',
  rationale: 'a call to the host reaches one of the two gateways, and nothing says which',
  fix: 'Give each environment its own host.',
  waivable: true,
  examples: {
    avoid: `kind: Environment
name: staging
stage: sandbox
hosts: [api.sandbox.example]
`,
    prefer: `kind: Environment
name: staging
stage: sandbox
hosts: [api.staging.example]
`,
  },
  *find({ catalog }) {
    for (const shared of sharedHosts(catalog)) {
      if (shared.environment.value.stage === shared.other.value.stage) yield describeSharedHost(shared);
    }
  },
};
