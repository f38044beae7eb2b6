import { compareVersions, sealsOf, termsName } from '../../model';
import { type Check, found } from '../check';
import { exampleTerms } from './shared/example-terms';

const FIRST = exampleTerms({ version: '0.8.0', effective: '2025-11-01' });
const SECOND = exampleTerms();
const FILES = { ...FIRST.files, ...SECOND.files };

export const tierSealsOutOfOrder: Check<'tier-seals-out-of-order'> = {
  code: 'tier-seals-out-of-order',
  severity: 'error',
  per: 'catalog',
  summary: 'The seals of a tier are not in order: its versions and their effective days must descend.',
  rationale:
    'the first seal in the list whose effective day has come is in force, so another order would apply other terms',
  fix: 'List the seals in `previous` from the newest to the oldest, each version once. `gatewright seal` does so.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Tier
name: free
previous:
  - ${FIRST.seal}
  - ${SECOND.seal}
`,
      files: FILES,
    },
    prefer: {
      documents: `kind: Tier
name: free
previous:
  - ${SECOND.seal}
  - ${FIRST.seal}
`,
      files: FILES,
    },
  },
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) {
      const seals = sealsOf(tier.value);
      for (const [index, { version, path }] of seals.entries()) {
        const newer = seals[index - 1];
        if (!newer) continue;
        if (compareVersions(newer.version, version) <= 0) {
          yield found(
            tier.at(path),
            `version ${version} is listed after ${newer.version}, which is not later`,
            'list the seals from the newest to the oldest, each version once',
          );
          continue;
        }
        const [file, newerFile] = [version, newer.version].map((one) => catalog.terms.get(termsName(tier.name, one)));
        if (file && newerFile && newerFile.value.effective < file.value.effective)
          yield found(
            newerFile.at(['effective']),
            `version ${newer.version} of tier '${tier.name}' is effective on ${newerFile.value.effective}, before the earlier version ${version} (${file.value.effective})`,
            `seal it again with an effective day from ${file.value.effective} on`,
            [file.at(['effective'])],
          );
      }
    }
  },
};
