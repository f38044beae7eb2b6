import { type DocumentCheck, found } from '../check';

export const shardsChanged: DocumentCheck<'Environment', 'shards-changed'> = {
  code: 'shards-changed',
  severity: 'error',
  per: 'document',
  kinds: ['Environment'],
  summary: 'The number of shards of an environment is not the sealed number.',
  rationale:
    'partners that move to another shard are deleted in one stack and created in another, and cannot call APIs in between',
  fix: 'Write the sealed number again. If nothing of the environment has been applied yet, write the new number in `sealed`.',
  details: 'See [state in cells](adr/0005-state-in-cells.md).',
  waivable: false,
  examples: {
    avoid: `kind: Environment
name: production
partners: { shards: 3, sealed: 2 }
`,
    prefer: `kind: Environment
name: production
partners: { shards: 2, sealed: 2 }
`,
  },
  *find(environment) {
    const { shards, sealed } = environment.value.partners;
    if (sealed === undefined || sealed === shards) return;
    yield found(
      environment.at(['partners', 'shards']),
      `partners.shards of environment '${environment.name}' is ${shards}, but the sealed number is ${sealed}; partners that move to another shard are deleted in one stack and created in another, and cannot call APIs in between`,
      `write \`shards: ${sealed}\` again; if nothing of the environment has been applied yet, write \`sealed: ${shards}\``,
    );
  },
};
