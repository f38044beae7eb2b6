import { type DocumentCheck, found } from '../check';

export const unfilledRole: DocumentCheck<'Programme', 'unfilled-role'> = {
  code: 'unfilled-role',
  severity: 'error',
  per: 'document',
  kinds: ['Programme'],
  summary: 'A requirement is confirmed by a role for which the programme names no team.',
  rationale: 'no one would confirm the evidence of partners, so they could not meet the requirement',
  fix: 'Name the team in `roles`.',
  waivable: true,
  examples: {
    avoid: `kind: Programme
name: northwind
requirements:
  data-protection: { title: Data protection, proof: Report of an auditor., confirmedBy: privacy }
`,
    prefer: `kind: Programme
name: northwind
roles: { privacy: identity-apis }
requirements:
  data-protection: { title: Data protection, proof: Report of an auditor., confirmedBy: privacy }
`,
  },
  *find(programme) {
    const { roles = {}, requirements = {} } = programme.value;
    for (const [name, { confirmedBy }] of Object.entries(requirements)) {
      if (roles[confirmedBy] !== undefined) continue;
      yield found(
        programme.at(['requirements', name, 'confirmedBy']),
        `requirement '${name}' is confirmed by the role '${confirmedBy}', but the programme names no team for it`,
        `add \`${confirmedBy}: …\` with the name of a team to \`roles\``,
      );
    }
  },
};
