import { type DocumentCheck, found } from '../check';

export const invalidSuccessor: DocumentCheck<'Api', 'invalid-successor'> = {
  code: 'invalid-successor',
  severity: 'error',
  per: 'document',
  kinds: ['Api'],
  summary: 'An API is its own successor.',
  rationale: 'partners would be sent to the API that is going away',
  fix: 'Name the API that replaces it, or remove `successor`.',
  waivable: false,
  examples: {
    avoid: `kind: Api
name: sim-swap
deprecation: { successor: sim-swap }
`,
    prefer: `kind: Api
name: sim-swap
deprecation: { successor: number-verification }
`,
  },
  *find(api) {
    if (api.value.deprecation?.successor !== api.name) return;
    yield found(
      api.at(['deprecation', 'successor']),
      `api '${api.name}' is its own successor`,
      'name the API that replaces it, or remove `successor`',
    );
  },
};
