import type { Terms } from '../../model';
import type { Check } from '../check';
import { exampleTerms } from './shared/example-terms';
import { shortNotices } from './shared/short-notices';

/** Before the price rose, and before it fell. */
const LOWER = exampleTerms({ terms: priceOf('0.010 EUR') });
const HIGHER = exampleTerms({ terms: priceOf('0.020 EUR') });

function priceOf(flat: string): Terms {
  return { approval: 'automatic', price: { items: { calls: { type: 'calls', flat } } } };
}

export const priceNoticeTooShort: Check<'price-notice-too-short'> = {
  code: 'price-notice-too-short',
  severity: 'error',
  per: 'catalog',
  summary: 'A new version of terms changes a price with less notice than a contract requires.',
  rationale: 'the partner need not accept the price, so the programme would bill amounts that are not owed',
  fix: 'Seal the version again with a later effective day, or keep the earlier version for the partner with `contract.terms`.',
  details:
    'The notice is `notice.price` of the contract template, from the day of the announcement to the effective day. It applies to every partner whose contract was in force on the day of the announcement and that has, or resells, a subscription at the tier. A price whose amounts only fall needs no notice.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Tier
name: free
price: { items: { calls: { type: calls, flat: 0.015 EUR } } }
previous: [${LOWER.seal}]
`,
      files: LOWER.files,
    },
    prefer: {
      documents: `kind: Tier
name: free
price: { items: { calls: { type: calls, flat: 0.015 EUR } } }
previous: [${HIGHER.seal}]
`,
      files: HIGHER.files,
    },
  },
  *find({ catalog }) {
    yield* shortNotices(catalog, 'price');
  },
};
