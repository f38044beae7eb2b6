import { type DocumentCheck, found } from '../check';

export const sunsetPassed: DocumentCheck<'Api', 'sunset-passed'> = {
  code: 'sunset-passed',
  severity: 'warning',
  per: 'document',
  kinds: ['Api'],
  summary: 'The last day of an API has passed, but the API is still served.',
  rationale: 'the end was announced to partners, and the upstream may be switched off any time',
  fix: 'Write `lifecycle: retired`, or announce a later `sunset`.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap
deprecation: { notice: 6 months, announced: 2026-01-01, sunset: 2026-11-20 }
`,
    prefer: `kind: Api
name: sim-swap
deprecation: { notice: 6 months, announced: 2026-01-01, sunset: 2026-12-31 }
`,
  },
  *find(api, { asOf }) {
    const { lifecycle, deprecation } = api.value;
    if (deprecation?.sunset === undefined || asOf <= deprecation.sunset) return;
    if (lifecycle !== 'deprecated' && lifecycle !== 'published') return;
    yield found(
      api.at(['deprecation', 'sunset']),
      `api '${api.name}' is still served, but its last day was ${deprecation.sunset}`,
      'write `lifecycle: retired` to stop serving it, or announce a later `sunset`',
    );
  },
};
