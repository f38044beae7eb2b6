import type { Entry, Team } from '../../model';
import { type Check, found } from '../check';

export const sharedHandle: Check<'shared-handle'> = {
  code: 'shared-handle',
  severity: 'warning',
  per: 'catalog',
  summary: 'Two teams have the same handle on a Git host.',
  rationale: 'an approval of one team would count as that of the other',
  fix: 'Give each team a different handle, or merge the two teams.',
  waivable: true,
  examples: {
    avoid: `kind: Team
name: identity-apis
handles: { github: '@operator/apis' }
---
kind: Team
name: location-apis
title: Location APIs
email: location@operator.example
handles: { github: '@operator/apis' }
`,
    prefer: `kind: Team
name: identity-apis
handles: { github: '@operator/identity-apis' }
---
kind: Team
name: location-apis
title: Location APIs
email: location@operator.example
handles: { github: '@operator/location-apis' }
`,
  },
  *find({ catalog }) {
    const first = new Map<string, Entry<Team>>();
    for (const team of catalog.teams.values()) {
      for (const [host, handle] of Object.entries(team.value.handles ?? {})) {
        // Git hosts ignore the case of handles.
        const key = `${host} ${handle.toLowerCase()}`;
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, team);
        else {
          yield found(
            team.at(['handles', host]),
            `handle '${handle}' of team '${team.name}' is that of team '${earlier.name}' as well`,
            'give each team a different handle, or merge the two teams',
            [earlier.at(['handles', host])],
          );
        }
      }
    }
  },
};
