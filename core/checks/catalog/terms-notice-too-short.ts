import type { Check } from '../check';
import { exampleTerms } from './shared/example-terms';
import { shortNotices } from './shared/short-notices';

/** Before the limits fell, and before they rose. */
const LOWER = exampleTerms({ terms: { approval: 'automatic', limits: { second: 2, minute: 30 } } });
const HIGHER = exampleTerms({ terms: { approval: 'automatic', limits: { second: 1, minute: 20 } } });

export const termsNoticeTooShort: Check<'terms-notice-too-short'> = {
  code: 'terms-notice-too-short',
  severity: 'error',
  per: 'catalog',
  summary:
    'A new version of terms changes limits, service level, support, requirements or benefits with less notice than a contract requires.',
  rationale: 'the partner would be served worse than its contract promises',
  fix: 'Seal the version again with a later effective day, or keep the earlier version for the partner with `contract.terms`.',
  details:
    'The notice is `notice.terms` of the contract template, by default that for prices, from the day of the announcement to the effective day. It applies to every partner whose contract was in force on the day of the announcement and that has, or resells, a subscription at the tier. Terms that are better for everybody need no notice. A pin in `contract.terms` keeps everything but limits for its partner.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Tier
name: free
limits: { second: 1, minute: 30 }
previous: [${LOWER.seal}]
`,
      files: LOWER.files,
    },
    prefer: {
      documents: `kind: Tier
name: free
limits: { second: 1, minute: 30 }
previous: [${HIGHER.seal}]
`,
      files: HIGHER.files,
    },
  },
  *find({ catalog }) {
    yield* shortNotices(catalog, 'terms');
  },
};
