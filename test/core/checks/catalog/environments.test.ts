import { findings } from './table';

const ENVIRONMENTS = 'environments.yaml';
const SEALED = 'shards: 2, sealed: 2';

describe('the number of shards never changes silently:', () =>
  findings([
    [
      'the number alone',
      ['error shards-changed'],
      "environment 'production' spreads its partners over a number of shards, 3, that is not the sealed one, 2; partners that move to another shard are deleted in one stack and made in another, and cannot call in between; write `shards: 2` again; if nothing of the environment is applied yet, write `sealed: 3`",
      [[ENVIRONMENTS, SEALED, 'shards: «3, sealed: 2']],
    ],
    [
      'the seal alone',
      ['error shards-changed'],
      "environment 'production' spreads its partners over a number of shards, 2, that is not the sealed one, 4",
      [[ENVIRONMENTS, SEALED, 'shards: «2, sealed: 4']],
    ],
    ['both', [], '', [[ENVIRONMENTS, SEALED, 'shards: 3, sealed: 3']]],
    [
      'no seal in production',
      ['warning shards-changed'],
      "environment 'production' is for production, and its number of shards is not sealed, so nobody is told when it changes; write `sealed: 2` beside it",
      [[ENVIRONMENTS, SEALED, 'shards: «2']],
    ],
    [
      'a sandbox that is sealed',
      ['error shards-changed'],
      "environment 'sandbox' spreads its partners over a number of shards, 1, that is not the sealed one, 5",
      [
        [
          ENVIRONMENTS,
          "shards: 1 }\nisolation: { upstreams: ['*.sandbox'] }",
          "shards: «1, sealed: 5 }\nisolation: { upstreams: ['*.sandbox'] }",
        ],
      ],
    ],
  ]));
