import type { Application, ApplicationEntry, Entry, Partner, Path, Position } from '../../../model';
import { describeApplication } from '../../../model';
import type { Approval } from '../../../view/access/decision';

/** A partner or an application. */
export type ApprovedDocument = Entry<Partner> | Entry<Application>;

/** An approval of a document, or of a subscription in it. */
export interface LabelledApproval {
  /** What is approved: `partner 'acme-bank'`. */
  readonly label: string;
  readonly approval: Approval | undefined;
  /** Position of a field of what is approved. */
  at(path: Path): Position;
}

/** The approval of a partner; the approvals of an application and its subscriptions. */
export function* approvalsOf(document: ApprovedDocument): Iterable<LabelledApproval> {
  yield { label: labelOf(document), approval: document.value.approval, at: (path) => document.at(path) };
  if (!isApplication(document)) return;
  for (const [index, { api, approval }] of (document.value.subscriptions ?? []).entries()) {
    yield {
      label: subscriptionLabel(document, api),
      approval,
      at: (path) => document.at(['subscriptions', index, ...path]),
    };
  }
}

/** How messages refer to a partner or an application. */
export function labelOf(document: ApprovedDocument): string {
  return isApplication(document) ? describeApplication(document) : `partner '${document.name}'`;
}

/** How messages refer to a subscription. */
export function subscriptionLabel(application: ApplicationEntry, api: string): string {
  return `subscription of '${application.id}' to api '${api}'`;
}

export function isApplication(document: ApprovedDocument): document is ApplicationEntry {
  return 'partner' in document;
}
