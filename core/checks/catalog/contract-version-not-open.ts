import { contractVersion } from '../../model';
import { type Check, found } from '../check';

export const contractVersionNotOpen: Check<'contract-version-not-open'> = {
  code: 'contract-version-not-open',
  severity: 'error',
  per: 'catalog',
  summary:
    'A partner has accepted a version of a contract before its `effective` day, or on or after the day on which it is `retired`.',
  rationale: 'the operator did not offer that text on that day, so it is unclear what was agreed',
  fix: 'Correct the day or the version of the contract, or the days of the template.',
  waivable: true,
  examples: {
    avoid: `kind: ContractTemplate
name: reseller
versions: { 1.0.0: { effective: 2026-02-01 } } # 'globex' accepted it on 2026-01-15
`,
    prefer: `kind: ContractTemplate
name: reseller
versions: { 1.0.0: { effective: 2026-01-01 } }
`,
  },
  *find({ catalog: { partners, contractTemplates } }) {
    for (const partner of partners.values()) {
      const agreed = contractVersion(contractTemplates, partner.value);
      const { accepted } = partner.value.contract;
      if (!agreed || !accepted) continue;
      const { effective, retired } = agreed.value;
      // Days of the template in the wrong order are reported by another check.
      if (retired !== undefined && retired <= effective) continue;
      const label = `version ${agreed.version} of contract template '${agreed.template.name}'`;
      const limit =
        accepted.on < effective
          ? `can be accepted from ${effective} on`
          : retired !== undefined && retired <= accepted.on
            ? `could be accepted until it was retired on ${retired}`
            : undefined;
      if (limit === undefined) continue;
      yield found(
        partner.at(['contract', 'accepted', 'on']),
        `${label} ${limit}, but partner '${partner.name}' accepted it on ${accepted.on}`,
        'correct the day or the `version` of the contract',
      );
    }
  },
};
