import { sealsOf, termsName } from '../../model';
import { type Check, found } from '../check';
import { exampleTerms } from './shared/example-terms';

const EARLIER = exampleTerms();

export const termsFileChanged: Check<'terms-file-changed'> = {
  code: 'terms-file-changed',
  severity: 'error',
  per: 'catalog',
  summary: 'The digest of a terms file differs from that in its seal.',
  rationale: 'partners agreed to the terms that were sealed, and statements of past months depend on them',
  fix: 'Restore the file from version control. To change terms, change the tier and seal a new version.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Tier
name: free
previous: [0.9.0:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752]
`,
      files: EARLIER.files,
    },
    prefer: {
      documents: `kind: Tier
name: free
previous: [${EARLIER.seal}]
`,
      files: EARLIER.files,
    },
  },
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) {
      for (const { version, digest, path } of sealsOf(tier.value)) {
        const file = catalog.terms.get(termsName(tier.name, version));
        if (!file || file.digest === digest) continue;
        yield found(
          file.at(),
          `terms of version ${version} of tier '${tier.name}' are not the sealed ones: the digest of the file is ${file.digest}`,
          'restore the file from version control; to change terms, change the tier and seal a new version',
          [tier.at(path)],
        );
      }
    }
  },
};
