import { getOwn, programmeOf } from '../../model';
import { type Check, found } from '../check';

export const confirmedByAnotherRole: Check<'confirmed-by-another-role'> = {
  code: 'confirmed-by-another-role',
  severity: 'warning',
  per: 'catalog',
  summary: 'Evidence was confirmed by a mailbox that does not belong to the team whose role confirms the requirement.',
  rationale: 'the programme states who can judge this evidence, and somebody else has confirmed it',
  fix: 'Let the team of the role confirm it, and write its mailbox or `person:…`.',
  details: 'A reference to a person is not checked.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: acme-bank
evidence:
  - { requirement: certification, document: DMS-1, issued: 2026-01-05, end: 2027-01-05, confirmedBy: sales@operator.example }
`,
    prefer: `kind: Partner
name: acme-bank
evidence:
  - { requirement: certification, document: DMS-1, issued: 2026-01-05, end: 2027-01-05, confirmedBy: identity@operator.example }
`,
  },
  *find({ catalog }) {
    const { requirements, roles = {} } = programmeOf(catalog)?.value ?? {};
    for (const partner of catalog.partners.values()) {
      for (const [index, { requirement, confirmedBy }] of (partner.value.evidence ?? []).entries()) {
        const role = getOwn(requirements, requirement)?.confirmedBy;
        const team = role && catalog.teams.get(roles[role] ?? '');
        if (!team || confirmedBy === undefined || confirmedBy.startsWith('person:')) continue;
        const { email } = team.value;
        if (confirmedBy.toLowerCase() === email.toLowerCase()) continue;
        yield found(
          partner.at(['evidence', index, 'confirmedBy']),
          `evidence for '${requirement}' of partner '${partner.name}' was confirmed by '${confirmedBy}', but role '${role}' must confirm it, which team '${team.name}' has (${email})`,
          `let the team confirm it; then write '${email}', or a reference such as 'person:7f3c9a'`,
        );
      }
    }
  },
};
