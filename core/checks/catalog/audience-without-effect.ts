import { type DocumentCheck, found } from '../check';

export const audienceWithoutEffect: DocumentCheck<'Api', 'audience-without-effect'> = {
  code: 'audience-without-effect',
  severity: 'warning',
  per: 'document',
  kinds: ['Api'],
  summary: 'An API that is no longer a preview has an `audience`.',
  rationale: 'the audience applies to previews only, so partners outside it may subscribe',
  fix: 'Remove `audience`. To restrict the API to named partners, use `visibility`.',
  waivable: true,
  examples: {
    avoid: `kind: Api
name: sim-swap # published
audience: { partners: [acme-bank, initech] }
`,
    prefer: `kind: Api
name: sim-swap
visibility: { partners: [acme-bank, initech] }
`,
  },
  *find(api) {
    const { audience, lifecycle } = api.value;
    if (audience === undefined || lifecycle === 'preview' || lifecycle === 'draft') return;
    yield found(
      api.at(['audience'], 'key'),
      `api '${api.name}' has an audience, which has no effect on a ${lifecycle} API`,
      'remove `audience`; to restrict the API to named partners, use `visibility`',
    );
  },
};
