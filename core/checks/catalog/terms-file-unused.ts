import { sealsOf } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, found } from '../check';
import { exampleTerms } from './shared/example-terms';

const EARLIER = exampleTerms();

export const termsFileUnused: Check<'terms-file-unused'> = {
  code: 'terms-file-unused',
  severity: 'warning',
  per: 'catalog',
  summary: 'A terms file does not belong to any seal of its tier.',
  rationale: 'its terms are never in force, although they seem to be',
  fix: 'Add its seal to `previous` of the tier, or delete the file if its terms were never announced.',
  waivable: true,
  examples: {
    avoid: { files: EARLIER.files },
    prefer: {
      documents: `kind: Tier
name: free
previous: [${EARLIER.seal}]
`,
      files: EARLIER.files,
    },
  },
  *find({ catalog }) {
    if (anyUnread(catalog, 'Tier')) return;
    const sealed = new Set(
      [...catalog.tiers.values()].flatMap((tier) => sealsOf(tier.value).map(({ digest }) => digest)),
    );
    for (const file of catalog.terms.values()) {
      // 'terms-file-missing' reports the tier that was renamed.
      if (sealed.has(file.digest)) continue;
      const { tier: name, version } = file.value;
      const tier = catalog.tiers.get(name);
      // A version that is about to be sealed is reported at its tier.
      if (tier && [tier.value.version, ...sealsOf(tier.value).map((seal) => seal.version)].includes(version)) continue;
      yield found(
        file.at(),
        tier
          ? `tier '${name}' has no seal of version ${version}, so this file has no effect`
          : `tier '${name}' does not exist, so this file has no effect`,
        tier
          ? `add \`${version}:${file.digest}\` to \`previous\` of the tier, or delete the file if it was never announced`
          : 'restore the tier, or delete the file if nothing is owed under its terms',
      );
    }
  },
};
