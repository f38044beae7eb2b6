import schema from '../schemas/team.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type Team = DocumentOf['Team'];

export const TEAM = kindDefinition({
  kind: 'Team',
  schema,
  label: 'team',
  plural: 'teams',
  place: { map: 'teams' },
  file: 'teams/{name}.yaml',
  references: [],
});

/** Defines a team. */
export const defineTeam = definer('Team');
