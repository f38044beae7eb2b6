import { type Check, found } from '../check';

const ROLES: readonly string[] = ['technical', 'security'];

export const partnerNeedsTechnicalContact: Check<'partner-needs-technical-contact'> = {
  code: 'partner-needs-technical-contact',
  severity: 'error',
  per: 'catalog',
  summary: 'A partner has applications but no contact with role `technical` or `security`.',
  rationale: 'when an application misbehaves or a key leaks, somebody at the partner has to act at once',
  fix: 'Add a contact with role `technical` or `security`.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: acme-bank
contacts: [{ role: billing, email: invoices@acme.example }]
`,
    prefer: `kind: Partner
name: acme-bank
contacts:
  - { role: billing, email: invoices@acme.example }
  - { role: technical, email: api@acme.example }
`,
  },
  *find({ catalog }) {
    const withApplications = new Set([...catalog.applications.values()].map(({ partner }) => partner.name));
    for (const partner of catalog.partners.values()) {
      if (!withApplications.has(partner.name)) continue;
      if (partner.value.contacts.some(({ role }) => ROLES.includes(role))) continue;
      yield found(
        partner.at(['contacts']),
        `partner '${partner.name}' has applications but no technical or security contact`,
        'add a contact with role technical or security',
      );
    }
  },
};
