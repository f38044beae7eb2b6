import { contractVersion, partiesOf } from '../../model';
import { anyUnread } from '../../model/catalog/entries';
import { type Check, found } from '../check';

export const dutyWithoutReseller: Check<'duty-without-reseller'> = {
  code: 'duty-without-reseller',
  severity: 'warning',
  per: 'catalog',
  summary: 'The contract of a partner assigns a duty to a reseller, but the partner does not buy through one.',
  rationale: 'no one would perform the duty',
  fix: 'Name the `reseller` of the partner, or choose a contract template for partners that buy directly.',
  waivable: true,
  examples: {
    avoid: `kind: ContractTemplate
name: standard
versions: { 2.1.0: { responsibilities: { first-line-support: reseller } } } # 'acme-bank' has it and buys directly
`,
    prefer: `kind: ContractTemplate
name: standard
versions: { 2.1.0: { responsibilities: { first-line-support: partner } } }
`,
  },
  *find({ catalog }) {
    // An application that a reseller runs may be among them.
    if (anyUnread(catalog, 'Application')) return;
    const customers = new Set(
      [...catalog.applications.values()].flatMap((application) => {
        const { owner, resellers } = partiesOf(catalog.partners, application);
        return resellers.length > 0 ? [owner.name] : [];
      }),
    );
    for (const partner of catalog.partners.values()) {
      if (partner.value.reseller !== undefined || customers.has(partner.name)) continue;
      const agreed = contractVersion(catalog.contractTemplates, partner.value);
      const duties = Object.entries(agreed?.value.responsibilities ?? {}).flatMap(([duty, party]) =>
        party === 'reseller' ? [`'${duty}'`] : [],
      );
      if (!agreed || duties.length === 0) continue;
      yield found(
        partner.at(['contract', 'template']),
        `version ${agreed.version} of contract template '${agreed.template.name}' assigns ${duties.join(', ')} to a reseller, but partner '${partner.name}' buys directly`,
        'name its `reseller`, or choose a template for partners that buy directly',
      );
    }
  },
};
