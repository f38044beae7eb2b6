import { type DocumentCheck, found } from '../check';

export const missingSunset: DocumentCheck<'Api', 'missing-sunset'> = {
  code: 'missing-sunset',
  severity: 'warning',
  per: 'document',
  kinds: ['Api'],
  summary: 'A deprecated API has no last day of service.',
  rationale: 'partners do not know how much time they have to migrate',
  fix: 'Add `sunset` to `deprecation`.',
  details:
    'An API whose deprecation has not been announced is reported as [missing-deprecation](#missing-deprecation).',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: device-location
lifecycle: deprecated
deprecation: { notice: 6 months, announced: 2026-09-01 }
`,
    prefer: `kind: Api
name: device-location
lifecycle: deprecated
deprecation: { notice: 6 months, announced: 2026-09-01, sunset: 2027-03-31 }
`,
  },
  *find(api) {
    const { lifecycle, deprecation } = api.value;
    if (lifecycle !== 'deprecated' || deprecation?.announced === undefined || deprecation.sunset !== undefined) return;
    yield found(
      api.at(['deprecation'], 'key'),
      `api '${api.name}' is deprecated, but has no last day of service`,
      'add `sunset`, the last day of service',
    );
  },
};
