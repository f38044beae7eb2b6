import { type DocumentCheck, found } from '../check';

export const contractNotAccepted: DocumentCheck<'Partner', 'contract-not-accepted'> = {
  code: 'contract-not-accepted',
  severity: 'warning',
  per: 'document',
  kinds: ['Partner'],
  summary: 'A partner is approved, but its contract has not been accepted.',
  rationale: 'until the contract is accepted, the partner has access only to sandboxes',
  fix: 'Add `accepted` to the contract, with the date (`on`) and who accepted it (`by`).',
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Partner
name: initech
approval: { status: approved, on: 2026-01-10, by: partners@operator.example }
contract: { template: standard, version: 2.1.0 }
`,
      without: ['contract.accepted'],
    },
    prefer: `kind: Partner
name: initech
approval: { status: approved, on: 2026-01-10, by: partners@operator.example }
contract: { template: standard, version: 2.1.0, accepted: { on: 2026-01-15, by: legal@initech.example } }
`,
  },
  *find(partner) {
    const { approval, contract } = partner.value;
    if (approval.status !== 'approved' || contract.accepted) return;
    yield found(
      partner.at(['contract'], 'key'),
      `partner '${partner.name}' is approved, but its contract has not been accepted, so it has access only to sandboxes`,
      'add `accepted` with `on` and `by`',
    );
  },
};
