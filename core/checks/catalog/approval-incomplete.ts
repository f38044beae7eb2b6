import type { Partner, Path, Position } from '../../model';
import { describeApplication } from '../../model';
import type { CheckInput } from '../input';
import { type Check, error } from './check';

interface Decision {
  readonly words: string;
  readonly approval: Partner['approval'] | undefined;
  at(path: Path): Position;
}

/** A decision says who took it, and when. */
export const approvalIncomplete: Check = {
  code: 'approval-incomplete',
  *find(input) {
    for (const { words, approval, at } of decisions(input)) {
      if (!approval || approval.status === 'pendingApproval') continue;
      const missing = (['on', 'by'] as const).filter((field) => approval[field] === undefined);
      if (missing.length === 0) continue;
      const fields = missing.map((field) => `\`${field}\``).join(' and ');
      yield error(
        at(['approval']),
        `${words} is ${approval.status} without ${fields}`,
        `add ${fields} to \`approval\``,
      );
    }
  },
};

function* decisions({ catalog, subscriptions }: CheckInput): Iterable<Decision> {
  for (const partner of catalog.partners.values()) {
    yield { words: `partner '${partner.name}'`, approval: partner.value.approval, at: (path) => partner.at(path) };
  }
  for (const application of catalog.applications.values()) {
    const { approval } = application.value;
    yield { words: describeApplication(application), approval, at: (path) => application.at(path) };
  }
  for (const { application, value, at } of subscriptions) {
    yield { words: `subscription of '${application.id}' to api '${value.api}'`, approval: value.approval, at };
  }
}
