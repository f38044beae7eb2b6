import { type Check, found } from '../check';

export const criticalApiNeedsOnCall: Check<'critical-api-needs-on-call'> = {
  code: 'critical-api-needs-on-call',
  severity: 'error',
  per: 'api',
  summary: 'The team that owns a critical API has no `onCall` page.',
  rationale: 'during an incident every minute spent on finding the right person is an outage for all partners',
  fix: 'Add `onCall` to the team: the page that says who is on call.',
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Api
name: sim-swap
criticality: critical
---
kind: Team
name: identity-apis
`,
      without: ['onCall'],
    },
    prefer: `kind: Api
name: sim-swap
criticality: critical
---
kind: Team
name: identity-apis
onCall: https://on-call.operator.example
`,
  },
  *find(api, { catalog }) {
    if (api.value.criticality !== 'critical') return;
    // An owner that does not exist is reported by 'unknown-reference'.
    const team = catalog.teams.get(api.value.owner);
    if (!team || team.value.onCall !== undefined) return;
    yield found(
      team.at(['name']),
      `team '${team.name}' owns critical api '${api.name}' but has no on-call page`,
      'add `onCall`, the page that says who is on call',
    );
  },
};
