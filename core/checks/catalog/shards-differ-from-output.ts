import { getOwn } from '../../model';
import { type Check, found } from '../check';

export const shardsDifferFromOutput: Check<'shards-differ-from-output'> = {
  code: 'shards-differ-from-output',
  severity: 'warning',
  per: 'output',
  summary: 'The number of shards of an environment is not the number in the previous output.',
  rationale:
    'partners that move to another shard are deleted in one stack and created in another, and cannot call APIs in between',
  fix: 'Write the previous number again, unless nothing of the environment has been applied yet.',
  details:
    '[`shards-changed`](#shards-changed) compares with the sealed number instead, so it also works in a fresh clone, where there is no previous output. Only synthesis reads the previous output, so a check does not give this warning.',
  waivable: true,
  examples: {
    avoid: {
      previous: { sandbox: { shards: 1, apis: {} } },
      documents: `kind: Environment
name: sandbox
partners: { shards: 2 }
`,
    },
    prefer: {
      previous: { sandbox: { shards: 1, apis: {} } },
      documents: `kind: Environment
name: sandbox
partners: { shards: 1 }
`,
    },
  },
  *find(previous, { catalog }) {
    for (const environment of catalog.environments.values()) {
      const before = getOwn(previous, environment.name)?.shards ?? 0;
      const { shards } = environment.value.partners;
      if (before === 0 || before === shards) continue;
      yield found(
        environment.at(['partners', 'shards']),
        `partners.shards of environment '${environment.name}' is ${shards}, but was ${before} in the previous output; partners that move to another shard are deleted in one stack and created in another, and cannot call APIs in between`,
        `write \`shards: ${before}\` again, unless nothing of the environment has been applied yet`,
      );
    }
  },
};
