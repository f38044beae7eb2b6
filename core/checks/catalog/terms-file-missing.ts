import { commandLine, isTermsUnread, sealsOf, termsName, termsPath } from '../../model';
import { type Check, found } from '../check';

export const termsFileMissing: Check<'terms-file-missing'> = {
  code: 'terms-file-missing',
  severity: 'error',
  per: 'catalog',
  summary: 'A tier has a seal whose terms file does not exist, or is that of another tier.',
  rationale: 'without the file, no one can prove which terms partners agreed to, and earlier terms cannot be applied',
  fix: 'Restore the file from version control. Remove a seal from `previous` only once nothing is owed under its terms any more.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
previous: [1.0.0:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752]
`,
    prefer: `kind: Tier
name: paid
`,
  },
  *find({ catalog }) {
    const byDigest = new Map([...catalog.terms.values()].map((file) => [file.digest, file.value.tier]));
    const offered = new Set([...catalog.apis.values()].flatMap((api) => api.value.tiers));
    for (const tier of catalog.tiers.values()) {
      const [original = tier.name] = sealsOf(tier.value).flatMap(({ digest }) => byDigest.get(digest) ?? []);
      if (original !== tier.name) {
        // The name has a typo, or it is still the one by which APIs offer it: another check reports the reference.
        if (!catalog.tiers.has(original) && offered.has(original)) continue;
        yield found(
          tier.at(['name']),
          `the sealed terms of tier '${tier.name}' are those of tier '${original}'`,
          `a tier cannot be renamed: write \`name: ${original}\`; or for a new tier, remove \`sealed\` and \`previous\`, and run '${commandLine('seal', tier.name)}'`,
        );
        continue;
      }
      for (const { version, path } of sealsOf(tier.value)) {
        const exists = catalog.terms.has(termsName(tier.name, version));
        if (exists || isTermsUnread(catalog, tier.name, version)) continue;
        yield found(
          tier.at(path),
          `terms file '${termsPath(tier.name, version)}' of this seal does not exist`,
          'restore it from version control',
        );
      }
    }
  },
};
