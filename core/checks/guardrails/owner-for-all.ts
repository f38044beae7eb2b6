import { finding, type Rule } from './rule';

/** Whoever may have to answer for something can be reached. Whether owners exist at all is `unknown-reference`'s to find. */
export const ownerForAll: Rule = {
  id: 'owner-for-all',
  severity: 'error',
  rationale: 'what nobody owns is mended by nobody: an incident, a leaked key or a change needs somebody to call',
  *check({ catalog }) {
    for (const api of catalog.apis.values()) {
      if (api.value.criticality !== 'critical') continue;
      const team = catalog.teams.get(api.value.owner);
      if (!team || team.value.onCall !== undefined) continue;
      yield finding(
        team.at(['name']),
        `team '${team.name}' owns critical api '${api.name}' and says nowhere who is on call`,
        'add `onCall`, the page where the person on call is found',
      );
    }
    const withApplications = new Set([...catalog.applications.values()].map(({ partner }) => partner.name));
    for (const partner of catalog.partners.values()) {
      if (!withApplications.has(partner.name)) continue;
      if (partner.value.contacts.some(({ role }) => REACHABLE.includes(role))) continue;
      yield finding(
        partner.at(['contacts']),
        `partner '${partner.name}' has applications and nobody to call when they misbehave`,
        'add a contact with role technical or security',
      );
    }
  },
};

const REACHABLE: readonly string[] = ['technical', 'security'];
