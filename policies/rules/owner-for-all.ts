import type { Entry } from '../../model/catalog';
import type { Programme } from './rule';
import { finding, type Rule, type RuleFinding } from './rule';

/** Everything that somebody may have to answer for has a team that exists and can be reached. */
export const ownerForAll: Rule = {
  id: 'owner-for-all',
  severity: 'error',
  rationale: 'what nobody owns is mended by nobody: an incident, a leaked key or a change needs somebody to call',
  *check(programme) {
    for (const api of programme.catalog.apis.values()) {
      yield* ownerOf(programme, api, 'api');
      if (api.value.criticality !== 'critical') continue;
      const team = programme.catalog.teams.get(api.value.owner);
      if (!team || team.value.onCall !== undefined) continue;
      yield finding(
        team.at(['name']),
        `team '${team.name}' owns critical api '${api.name}' and says nowhere who is on call`,
        'add `onCall`, the page where the person on call is found',
      );
    }
    for (const partner of programme.catalog.partners.values()) {
      yield* ownerOf(programme, partner, 'partner');
      const applications = [...programme.catalog.applications.values()].some(
        (one) => one.partner.name === partner.name,
      );
      if (!applications || partner.value.contacts.some(({ role }) => REACHABLE.includes(role))) continue;
      yield finding(
        partner.at(['contacts']),
        `partner '${partner.name}' has applications and nobody to call when they misbehave`,
        'add a contact with role technical or security',
      );
    }
  },
};

const REACHABLE: readonly string[] = ['technical', 'security'];

function* ownerOf(
  { catalog }: Programme,
  entry: Entry<{ readonly owner: string }>,
  word: string,
): Iterable<RuleFinding> {
  if (catalog.teams.has(entry.value.owner)) return;
  yield finding(
    entry.at(['owner']),
    `${word} '${entry.name}' is owned by team '${entry.value.owner}', which does not exist`,
    'write the name of a Team, or add one',
  );
}
