import { type DocumentCheck, found } from '../check';

export const missingDeprecation: DocumentCheck<'Api', 'missing-deprecation'> = {
  code: 'missing-deprecation',
  severity: 'error',
  per: 'document',
  kinds: ['Api'],
  summary: 'A deprecated API has no `deprecation`, or its `deprecation` has no `announced`.',
  rationale: 'responses could not announce the deprecation to partners, and the notice period could not be verified',
  fix: 'Add `deprecation` with `notice`, `announced` and `sunset`.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: device-location
lifecycle: deprecated
`,
    prefer: `kind: Api
name: device-location
lifecycle: deprecated
deprecation: { notice: 6 months, announced: 2026-09-01, sunset: 2027-03-31 }
`,
  },
  *find(api) {
    const { lifecycle, deprecation } = api.value;
    if (lifecycle !== 'deprecated') return;
    if (!deprecation) {
      yield found(
        api.at(['lifecycle']),
        `api '${api.name}' is deprecated, but has no \`deprecation\``,
        'add `deprecation` with `notice`, `announced` and `sunset`',
      );
    } else if (deprecation.announced === undefined) {
      yield found(
        api.at(['deprecation'], 'key'),
        `api '${api.name}' is deprecated, but has no day of announcement`,
        'add `announced`, the day on which partners were notified',
      );
    }
  },
};
