import { sealOf, sealProblem } from '../../model';
import { type DocumentCheck, found } from '../check';

export const tierTermsChanged: DocumentCheck<'Tier', 'tier-terms-changed'> = {
  code: 'tier-terms-changed',
  severity: 'error',
  per: 'document',
  kinds: ['Tier'],
  summary: 'The terms of an active or archived tier are not the sealed ones, or are not sealed.',
  rationale: 'partners agreed to the sealed terms, so a change needs a new version',
  fix: 'Undo the change, or raise `version` and write the seal that the message gives.',
  details:
    'The terms are name, version, limits, quotas, overrides, service level, support, price, approval and requirements.',
  waivable: false,
  examples: {
    avoid: `kind: Tier
name: paid
version: 2.0.0
limits: { second: 30 }
sealed: 2.0.0:a8008be2ada352da
`,
    prefer: `kind: Tier
name: paid
version: 2.1.0
limits: { second: 30 }
sealed: 2.1.0:19cad11b2cdc1ca7
`,
  },
  *find(tier) {
    const problem = sealProblem(tier.value);
    if (!problem) return;
    const at = tier.value.sealed === undefined ? tier.at(['version']) : tier.at(['sealed']);
    const seal = `\`sealed: ${sealOf({ ...tier.value, version: problem.version })}\``;
    const subject = `tier '${tier.name}' is ${tier.value.status}`;
    switch (problem.reason) {
      case 'unsealed':
        yield found(at, `${subject}, but its terms are not sealed`, `add ${seal}`);
        break;
      case 'new-version':
        yield found(
          at,
          `${subject} in version ${tier.value.version}, but its seal is ${tier.value.sealed}`,
          `write ${seal}`,
        );
        break;
      case 'changed':
        yield found(
          at,
          `${subject}, but its terms changed without a new version: they no longer match the seal ${tier.value.sealed}`,
          `undo the change, or write \`version: ${problem.version}\` and ${seal}`,
        );
        break;
      case 'lower-version':
        yield found(
          at,
          `${subject} in version ${tier.value.version}, which is not later than the sealed ${tier.value.sealed}`,
          `write \`version: ${problem.version}\` and ${seal}`,
        );
        break;
    }
  },
};
