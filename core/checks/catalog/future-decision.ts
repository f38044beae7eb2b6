import type { Application, Catalog, Partner, Path, Position } from '../../model';
import { describeApplication } from '../../model';
import { type Approval, isLater } from '../../view/access/decision';
import type { CheckInput } from '../input';
import { type Check, warning } from './check';

interface Dated {
  /** `approval of partner 'acme-bank'` */
  readonly words: string;
  readonly on: string | undefined;
  readonly effect: string;
  readonly hint: string;
  at(): Position;
}

const NOT_YET = 'it does not count before that day';

/** Decisions are dated when they were taken. One that is dated later counts from its day on; nothing opens before it. */
export const futureDecision: Check = {
  code: 'future-decision',
  *find(input) {
    const { asOf } = input;
    for (const { words, on, effect, hint, at } of [...ofPartners(input.catalog), ...ofSubscriptions(input)]) {
      if (isLater(on, asOf)) yield warning(at(), `${words} is dated ${on}, after ${asOf}: ${effect}`, hint);
    }
  },
};

function* ofPartners(catalog: Catalog): Iterable<Dated> {
  for (const partner of catalog.partners.values()) {
    const { accepted } = partner.value.contract;
    const words = `partner '${partner.name}'`;
    yield* decided(words, partner.value.approval, (path) => partner.at(path));
    yield {
      words: `acceptance of the contract of ${words}`,
      on: accepted?.on,
      effect: NOT_YET,
      hint: 'if it has been accepted, write the day on which it was',
      at: () => partner.at(['contract', 'accepted', 'on']),
    };
    yield suspension(words, partner.value, (path) => partner.at(path));
  }
  for (const application of catalog.applications.values()) {
    const words = describeApplication(application);
    yield* decided(words, application.value.approval, (path) => application.at(path));
    yield suspension(words, application.value, (path) => application.at(path));
  }
}

function* ofSubscriptions({ subscriptions }: CheckInput): Iterable<Dated> {
  for (const { application, value, at } of subscriptions) {
    yield* decided(`subscription of '${application.id}' to api '${value.api}'`, value.approval, at);
  }
}

function* decided(of: string, approval: Approval | undefined, at: (path: Path) => Position): Iterable<Dated> {
  if (!approval || approval.status === 'pendingApproval') return;
  const rejected = approval.status === 'rejected';
  yield {
    words: `${rejected ? 'rejection' : 'approval'} of ${of}`,
    on: approval.on,
    effect: rejected ? 'it counts at once all the same' : NOT_YET,
    hint: 'if it has been decided, write the day on which it was',
    at: () => at(['approval', 'on']),
  };
}

function suspension(
  of: string,
  { suspended }: Pick<Partner | Application, 'suspended'>,
  at: (path: Path) => Position,
): Dated {
  return {
    words: `suspension of ${of}`,
    on: suspended?.since,
    effect: 'calls are let through until then',
    hint: 'to suspend at once, write the day of today',
    at: () => at(['suspended', 'since']),
  };
}
