import { sealOf, sealProblem } from '../../model';
import { type Check, error } from './check';

/** The terms of a tier that is or was sold change by a new version only. */
export const tierTermsChanged: Check = {
  code: 'tier-terms-changed',
  *find({ catalog }) {
    for (const tier of catalog.tiers.values()) {
      const problem = sealProblem(tier.value);
      if (!problem) continue;
      const at = tier.value.sealed === undefined ? tier.at(['version']) : tier.at(['sealed']);
      const seal = `\`sealed: ${sealOf({ ...tier.value, version: problem.version })}\``;
      const words = `tier '${tier.name}' is ${tier.value.status}`;
      switch (problem.reason) {
        case 'unsealed':
          yield error(at, `${words} without a seal of its terms`, `add ${seal}`);
          break;
        case 'new-version':
          yield error(
            at,
            `${words} in version ${tier.value.version}, but sealed as ${tier.value.sealed}`,
            `write ${seal}`,
          );
          break;
        case 'changed':
          yield error(
            at,
            `${words}, and its terms changed without a new version: they are not those sealed as ${tier.value.sealed}`,
            `take the change back, or write \`version: ${problem.version}\` and ${seal}`,
          );
          break;
        case 'lower-version':
          yield error(
            at,
            `${words} in version ${tier.value.version}, which is not later than the sealed ${tier.value.sealed}`,
            `write \`version: ${problem.version}\` and ${seal}`,
          );
          break;
      }
    }
  },
};
