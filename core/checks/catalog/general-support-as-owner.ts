import { type Catalog, entriesOf, type Kind, kindLabel, type Position, programmeOf } from '../../model';
import { type Check, found } from '../check';

export const generalSupportAsOwner: Check<'general-support-as-owner'> = {
  code: 'general-support-as-owner',
  severity: 'error',
  per: 'catalog',
  summary:
    'A team whose `function` is `general-support` owns a partner, an API or a use case, or has a role of the programme.',
  rationale:
    'general support answers users; no one there may decide about a partner or an API, so questions and approvals wait',
  fix: 'Name the team that is responsible, or correct its `function`.',
  waivable: true,
  examples: {
    avoid: `kind: Team
name: customer-care
title: Customer care
email: care@operator.example
function: general-support
---
kind: Partner
name: acme-bank
owner: customer-care
`,
    prefer: `kind: Team
name: partner-success
title: Partner success
email: partners@operator.example
function: partner-management
---
kind: Partner
name: acme-bank
owner: partner-success
`,
  },
  *find({ catalog }) {
    for (const { team, label, at } of responsibilitiesIn(catalog)) {
      if (catalog.teams.get(team)?.value.function !== 'general-support') continue;
      yield found(
        at(),
        `team '${team}' ${label}, but its function is general support`,
        'name the team that is responsible, or correct `function` of the team',
      );
    }
  },
};

interface Responsibility {
  readonly team: string;
  /** `owns api 'sim-swap'` */
  readonly label: string;
  at(): Position;
}

const OWNED = ['Api', 'Partner', 'UseCase'] as const satisfies readonly Kind[];

function* responsibilitiesIn(catalog: Catalog): Iterable<Responsibility> {
  const programme = programmeOf(catalog);
  for (const [role, team] of Object.entries(programme?.value.roles ?? {})) {
    yield {
      team,
      label: `has the role '${role}' of the programme`,
      at: () => programme?.at(['roles', role]) as Position,
    };
  }
  for (const kind of OWNED) {
    for (const entry of entriesOf(catalog, kind).values()) {
      const { owner } = entry.value as { readonly owner: string };
      yield { team: owner, label: `owns ${kindLabel(kind)} '${entry.name}'`, at: () => entry.at(['owner']) };
    }
  }
}
