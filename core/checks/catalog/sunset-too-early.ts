import { addToDay } from '../../model';
import { type DocumentCheck, found } from '../check';

export const sunsetTooEarly: DocumentCheck<'Api', 'sunset-too-early'> = {
  code: 'sunset-too-early',
  severity: 'error',
  per: 'document',
  kinds: ['Api'],
  summary: 'The last day of an API is earlier than the promised notice after its announcement.',
  rationale: 'partners rely on the notice to move to another API',
  fix: 'Write a later `sunset`.',
  details: 'Months are calendar months.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: sim-swap
deprecation: { notice: 6 months, announced: 2026-06-01, sunset: 2026-11-30 }
`,
    prefer: `kind: Api
name: sim-swap
deprecation: { notice: 6 months, announced: 2026-06-01, sunset: 2026-12-01 }
`,
  },
  *find(api) {
    const { notice, announced, sunset } = api.value.deprecation ?? {};
    if (notice === undefined || announced === undefined || sunset === undefined) return;
    const earliest = addToDay(announced, notice);
    if (earliest <= sunset) return;
    yield found(
      api.at(['deprecation', 'sunset']),
      `sunset of api '${api.name}' on ${sunset} is earlier than ${notice} after its announcement on ${announced}`,
      `write ${earliest} or a later date`,
    );
  },
};
