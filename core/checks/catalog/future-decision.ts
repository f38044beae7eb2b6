import type { Application, Partner, Position } from '../../model';
import { isLater } from '../../view/access/decision';
import { type DocumentCheck, found } from '../check';
import { type ApprovedDocument, approvalsOf, isApplication, type LabelledApproval, labelOf } from './shared/approvals';

interface DatedDecision {
  /** `approval of partner 'acme-bank'` */
  readonly label: string;
  readonly on: string | undefined;
  readonly effect: string;
  readonly hint: string;
  at(): Position;
}

const PENDING = 'it has no effect before that day';

export const futureDecision: DocumentCheck<'Application' | 'Partner', 'future-decision'> = {
  code: 'future-decision',
  severity: 'warning',
  per: 'document',
  kinds: ['Partner', 'Application'],
  summary: 'An approval, a rejection, the acceptance of a contract or a suspension has a date in the future.',
  rationale: 'a decision is dated on the day on which it was made, so a date in the future is usually a typo',
  fix: 'Write the day on which the decision was made.',
  details:
    'An approval, an acceptance and a suspension have no effect before their date. A rejection takes effect immediately. [Which day counts](effective-values.md#days) lists every date of a document.',
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: initech
approval: { status: approved, on: 2027-01-10, by: partners@operator.example }
`,
    prefer: `kind: Partner
name: initech
approval: { status: approved, on: 2026-01-10, by: partners@operator.example }
`,
  },
  *find(document, { asOf }) {
    for (const { label, on, effect, hint, at } of decisionsOf(document)) {
      if (isLater(on, asOf)) yield found(at(), `${label} is dated ${on}, after ${asOf}: ${effect}`, hint);
    }
  },
};

function* decisionsOf(document: ApprovedDocument): Iterable<DatedDecision> {
  for (const approval of approvalsOf(document)) yield* decisionOf(approval);
  if (!isApplication(document)) yield acceptanceOf(document.value as Partner, document);
  yield suspensionOf(document.value, document);
}

function* decisionOf({ label, approval, at }: LabelledApproval): Iterable<DatedDecision> {
  if (!approval || approval.status === 'pendingApproval') return;
  const isRejected = approval.status === 'rejected';
  yield {
    label: `${isRejected ? 'rejection' : 'approval'} of ${label}`,
    on: approval.on,
    effect: isRejected ? 'a rejection takes effect immediately' : PENDING,
    hint: 'if the decision has been made, write the day on which it was made',
    at: () => at(['approval', 'on']),
  };
}

function acceptanceOf({ contract }: Partner, document: ApprovedDocument): DatedDecision {
  return {
    label: `acceptance of the contract of ${labelOf(document)}`,
    on: contract.accepted?.on,
    effect: PENDING,
    hint: 'if the contract has been accepted, write the day on which it was accepted',
    at: () => document.at(['contract', 'accepted', 'on']),
  };
}

function suspensionOf({ suspended }: Partner | Application, document: ApprovedDocument): DatedDecision {
  return {
    label: `suspension of ${labelOf(document)}`,
    on: suspended?.since,
    effect: 'calls are allowed until then',
    hint: "to suspend immediately, write today's date",
    at: () => document.at(['suspended', 'since']),
  };
}
