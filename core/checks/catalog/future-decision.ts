import { type Api, type Application, type Entry, isLater, type Partner, type Position } from '../../model';
import { type DocumentCheck, found } from '../check';
import { type ApprovedDocument, approvalsOf, isApplication, type LabelledApproval, labelOf } from './shared/approvals';

interface DatedDecision {
  /** `approval of partner 'acme-bank'` */
  readonly label: string;
  readonly on: string | undefined;
  /** The effect of the date on access; undefined for an event that has none. */
  readonly effect: string | undefined;
  readonly hint: string;
  at(): Position;
}

const PENDING = 'it has no effect before that day';

export const futureDecision: DocumentCheck<'Api' | 'Application' | 'Partner', 'future-decision'> = {
  code: 'future-decision',
  severity: 'warning',
  per: 'document',
  kinds: ['Partner', 'Application', 'Api'],
  summary:
    'An approval, a rejection, the acceptance of a contract, a suspension, a referral, the fulfilment of an obligation or the certification of an API has a date in the future.',
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
    for (const { label, on, effect, hint, at } of isApi(document) ? eventsOfApi(document) : decisionsOf(document)) {
      if (!isLater(on, asOf)) continue;
      const consequence = effect === undefined ? '' : `: ${effect}`;
      yield found(at(), `${label} is dated ${on}, after ${asOf}${consequence}`, hint);
    }
  },
};

function isApi(document: ApprovedDocument | Entry<Api>): document is Entry<Api> {
  return 'basePath' in document.value;
}

function* decisionsOf(document: ApprovedDocument): Iterable<DatedDecision> {
  for (const approval of approvalsOf(document)) yield* decisionOf(approval);
  if (!isApplication(document)) {
    const partner = document as Entry<Partner>;
    yield acceptanceOf(partner.value, partner);
    yield* eventsOfPartner(partner);
  }
  yield suspensionOf(document.value, document);
}

const EVENT_HINT = 'write the day on which it happened';

function* eventsOfPartner(partner: Entry<Partner>): Iterable<DatedDecision> {
  const { referral, obligations = [] } = partner.value;
  yield {
    label: `referral of ${labelOf(partner)}`,
    on: referral?.on,
    effect: undefined,
    hint: EVENT_HINT,
    at: () => partner.at(['referral', 'on']),
  };
  for (const [index, { title, fulfilled }] of obligations.entries()) {
    yield {
      label: `fulfilment of obligation '${title}' of ${labelOf(partner)}`,
      on: fulfilled?.on,
      effect: undefined,
      hint: `${EVENT_HINT}; if it has not happened, remove \`fulfilled\``,
      at: () => partner.at(['obligations', index, 'fulfilled', 'on']),
    };
  }
}

function* eventsOfApi(api: Entry<Api>): Iterable<DatedDecision> {
  for (const [index, { programme, date }] of (api.value.conformance ?? []).entries()) {
    yield {
      label: `certification of api '${api.name}' by '${programme}'`,
      on: date,
      effect: undefined,
      hint: `${EVENT_HINT}; if it has not happened, remove the certification`,
      at: () => api.at(['conformance', index, 'date']),
    };
  }
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
