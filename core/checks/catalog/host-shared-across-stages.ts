import type { Check } from '../check';
import { describeSharedHost, sharedHosts } from './shared/shared-hosts';

export const hostSharedAcrossStages: Check<'host-shared-across-stages'> = {
  code: 'host-shared-across-stages',
  severity: 'error',
  per: 'catalog',
  summary: 'Two environments of different stages have the same host.',
  rationale: 'a call that is meant as a test could reach production, or the other way round',
  fix: 'Give each environment its own host.',
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: staging
hosts: [api.sandbox.example]
`,
    prefer: `kind: Environment
name: staging
hosts: [api.staging.example]
`,
  },
  *find({ catalog }) {
    for (const shared of sharedHosts(catalog)) {
      if (shared.environment.value.stage !== shared.other.value.stage) yield describeSharedHost(shared);
    }
  },
};
