import { type DocumentCheck, found } from '../check';

export const shardsNotSealed: DocumentCheck<'Environment', 'shards-not-sealed'> = {
  code: 'shards-not-sealed',
  severity: 'warning',
  per: 'document',
  kinds: ['Environment'],
  summary: 'The number of shards of a production environment is not sealed.',
  rationale: 'without a seal, a change of the number is not reported, and it cuts partners off while they move',
  fix: 'Write the number in `partners.sealed` too.',
  waivable: true,
  examples: {
    avoid: {
      documents: `kind: Environment
name: production
partners: { shards: 2 }
`,
      without: ['partners.sealed'],
    },
    prefer: `kind: Environment
name: production
partners: { shards: 2, sealed: 2 }
`,
  },
  *find(environment) {
    const { partners, stage } = environment.value;
    if (partners.sealed !== undefined || stage !== 'production') return;
    yield found(
      environment.at(['partners', 'shards']),
      `the number of shards of production environment '${environment.name}' is not sealed, so a change to it is not reported`,
      `add \`sealed: ${partners.shards}\` next to it`,
    );
  },
};
