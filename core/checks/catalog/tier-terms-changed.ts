import { commandLine, type SealProblem, sealProblem, type Tier, withSealed } from '../../model';
import { type Check, found } from '../check';

export const tierTermsChanged: Check<'tier-terms-changed'> = {
  code: 'tier-terms-changed',
  severity: 'error',
  per: 'catalog',
  summary: 'The terms of an active or archived tier differ from the sealed ones, or are not sealed.',
  rationale: 'partners agreed to the sealed terms, so a change needs a new version, announced in time',
  fix: 'Undo the change, or raise `version` and run `gatewright seal TIER`.',
  details:
    'The terms are limits, quotas, overrides, service level, support, price, approval, requirements and benefits of the tier, and the figures of service levels that the tier takes from published APIs. Sealing writes them to `terms/TIER/VERSION.json` in the catalog, with the day from which they are in force.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Tier
name: paid
status: active
`,
      without: ['sealed'],
    },
    prefer: `kind: Tier
name: paid
version: 2.1.0
`,
  },
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) {
      const problem = sealProblem(catalog, tier.value);
      if (!problem) continue;
      const { sealed, status, version } = tier.value;
      const at = sealed === undefined ? tier.at(['version']) : tier.at(['sealed']);
      const seal = `run '${commandLine('seal', tier.name)}'`;
      const write = writtenSeal(tier.value, problem) ?? seal;
      const subject = `tier '${tier.name}' is ${status}`;
      switch (problem.reason) {
        case 'unsealed':
          yield found(at, `${subject}, but its terms are not sealed`, write);
          break;
        case 'new-version':
          yield found(at, `${subject} in version ${version}, but its seal is that of ${versionOf(sealed)}`, write);
          break;
        case 'changed':
          yield found(
            at,
            `${subject}, but its terms differ from those of the sealed version ${version}`,
            `undo the change, or write \`version: ${problem.version}\` and ${seal}`,
          );
          break;
        case 'lower-version':
          yield found(
            at,
            `${subject} in version ${version}, which is not later than the sealed ${versionOf(sealed)}`,
            `write \`version: ${problem.version}\` and ${seal}`,
          );
          break;
      }
    }
  },
};

/** The fields to write if the terms file exists already: where a document cannot be edited by a program, the command writes only the file. */
function writtenSeal(tier: Tier, { file }: SealProblem): string | undefined {
  if (!file) return undefined;
  const { sealed, previous } = withSealed(tier, `${file.value.version}:${file.digest}`);
  const list = previous.map((seal) => `'${seal}'`).join(', ');
  return `write \`sealed: '${sealed}'\`${previous.length > 0 ? ` and \`previous: [${list}]\`` : ''} in the tier`;
}

function versionOf(seal = ''): string {
  return seal.slice(0, seal.lastIndexOf(':'));
}
