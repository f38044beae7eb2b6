import { type DocumentCheck, found } from '../check';
import { approvalsOf } from './shared/approvals';

export const approvalIncomplete: DocumentCheck<'Application' | 'Partner', 'approval-incomplete'> = {
  code: 'approval-incomplete',
  severity: 'error',
  per: 'document',
  kinds: ['Partner', 'Application'],
  summary: 'An approval or a rejection does not state when the decision was made, or by whom.',
  rationale: 'an auditor cannot trace the decision, and Gatewright cannot determine the day from which it applies',
  fix: 'Add `on` and `by` to `approval`.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Partner
name: initech
approval: { status: approved, on: 2026-01-10 }
`,
      without: ['approval.by'],
    },
    prefer: `kind: Partner
name: initech
approval: { status: approved, on: 2026-01-10, by: partners@operator.example }
`,
  },
  *find(document) {
    for (const { label, approval, at } of approvalsOf(document)) {
      if (!approval || approval.status === 'pendingApproval') continue;
      const missing = (['on', 'by'] as const).filter((field) => approval[field] === undefined);
      if (missing.length === 0) continue;
      const fields = missing.map((field) => `\`${field}\``).join(' and ');
      yield found(
        at(['approval']),
        `${label} is ${approval.status}, but the approval has no ${fields}`,
        `add ${fields} to \`approval\``,
      );
    }
  },
};
