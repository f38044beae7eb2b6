import {
  type ApplicationEntry,
  type Catalog,
  contractVersion,
  type Entry,
  isLater,
  type Partner,
  type Position,
  partiesOf,
} from '../../model';
import { groupBy } from '../../model/base/group-by';
import { type ResellerLoss, resellerLosses } from '../../view';
import { type Check, found } from '../check';

/** Applications of one owner that depend on the same resellers. */
interface Dependent {
  readonly application: ApplicationEntry;
  readonly owner: Entry<Partner>;
  readonly loss: ResellerLoss;
}

export const resellerLost: Check<'reseller-lost'> = {
  code: 'reseller-lost',
  severity: 'warning',
  per: 'catalog',
  summary:
    'A partner buys through a reseller that is suspended or rejected, or whose contract has ended, so it loses its access, immediately or after a notice.',
  rationale: 'from the day in the message on, the gateway refuses all calls of the partner',
  fix: 'Let the partner buy through another reseller, or directly: agree on it before that day.',
  details:
    "The access of the reseller's customers ends after the notice for termination in their contracts, or at once: see [when a reseller leaves](contracts.md#when-a-reseller-leaves).",
  waivable: true,
  examples: {
    avoid: `kind: Partner
name: initech
reseller: globex
---
kind: Partner
name: globex
type: reseller
suspended: { since: 2026-10-02, by: finance@operator.example, reason: Unpaid invoices. }
`,
    prefer: {
      documents: `kind: Partner
name: initech # buys directly
---
kind: Partner
name: globex
type: reseller
suspended: { since: 2026-10-02, by: finance@operator.example, reason: Unpaid invoices. }
`,
      without: ['reseller'],
    },
  },
  *find({ catalog, asOf }) {
    const dependents = [...catalog.applications.values()].flatMap((application) =>
      dependentOn(catalog, application, asOf),
    );
    const groups = groupBy(dependents, ({ application, owner }) =>
      owner === application.partner ? owner.name : `${owner.name} ${application.partner.name}`,
    );
    for (const group of groups.values()) {
      const [first, ...others] = group;
      if (!first) continue;
      const { owner, loss, application } = first;
      const isRun = owner !== application.partner;
      const related = isRun ? others.map((one) => positionOf(one)) : [];
      yield found(
        positionOf(first),
        `${describeLoss(loss)}, so partner '${owner.name}', which buys through it, ${effectOn(loss, asOf)}`,
        isRun
          ? `create an application of '${owner.name}' with its own credentials, or let another reseller run it`
          : `name another reseller, or remove \`reseller\` if '${owner.name}' buys directly`,
        related.length > 0 ? related : undefined,
      );
    }
  },
};

/** The reseller that an application has lost, if any. */
function dependentOn(catalog: Catalog, application: ApplicationEntry, asOf: string): readonly Dependent[] {
  if (!application.value.credentials) return [];
  const { owner, resellers } = partiesOf(catalog.partners, application);
  const { approval, contract } = owner.value;
  // The owner has lost its access for another reason.
  if (approval.status === 'rejected' || (contract.end !== undefined && !isLater(contract.end, asOf))) return [];
  const agreed = contractVersion(catalog.contractTemplates, owner.value);
  // The notice is unknown; another check reports the version.
  if (!agreed) return [];
  // A rejection without a date, or with a later one, is reported by another check.
  const loss = resellerLosses({ resellers }, agreed, asOf).find(
    ({ since }) => since !== undefined && !isLater(since, asOf),
  );
  return loss ? [{ application, owner, loss }] : [];
}

/** The field that names the reseller. */
function positionOf({ application, owner }: Dependent): Position {
  return owner === application.partner ? owner.at(['reseller']) : application.at(['onBehalfOf']);
}

function describeLoss({ reseller: { name }, reason, since }: ResellerLoss): string {
  switch (reason) {
    case 'reseller-suspended':
      return `reseller '${name}' was suspended on ${since}`;
    case 'reseller-rejected':
      return `reseller '${name}' was rejected on ${since}`;
    case 'reseller-contract-ended':
      return `the contract of reseller '${name}' ended on ${since}`;
  }
}

function effectOn({ accessEnds }: ResellerLoss, asOf: string): string {
  return isLater(accessEnds, asOf) ? `loses its access on ${accessEnds}` : `has had no access since ${accessEnds}`;
}
