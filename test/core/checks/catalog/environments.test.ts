import { findings } from './table';

const ENVIRONMENTS = 'environments.yaml';
const SEALED = 'shards: 2, sealed: 2';

describe('a change of the number of shards is reported:', () =>
  findings([
    [
      'a number that changes without the seal',
      ['error shards-changed'],
      "partners.shards of environment 'production' is 3, but the sealed number is 2; partners that move to another shard are deleted in one stack and created in another, and cannot call APIs in between; write",
      [[ENVIRONMENTS, SEALED, 'shards: «3, sealed: 2']],
    ],
    [
      'a seal that changes without the number',
      ['error shards-changed'],
      "partners.shards of environment 'production' is 2, but the sealed number is 4; partners that move to another shard are deleted in one stack and created in another, and cannot call APIs in between; write",
      [[ENVIRONMENTS, SEALED, 'shards: «2, sealed: 4']],
    ],
    ['a number and a seal that change together', [], '', [[ENVIRONMENTS, SEALED, 'shards: 3, sealed: 3']]],
    [
      'a production environment without a seal',
      ['warning shards-not-sealed'],
      "the number of shards of production environment 'production' is not sealed, so a change to it is not reported; add `sealed: 2` next to it",
      [[ENVIRONMENTS, SEALED, 'shards: «2']],
    ],
    [
      'a sandbox with a seal',
      ['error shards-changed'],
      "partners.shards of environment 'sandbox' is 1, but the sealed number is 5; partners that move to another shard are deleted in one stack and created in another, and cannot call APIs in between; write",
      [
        [
          ENVIRONMENTS,
          "shards: 1 }\nisolation: { upstreams: ['*.sandbox'] }",
          "shards: «1, sealed: 5 }\nisolation: { upstreams: ['*.sandbox'] }",
        ],
      ],
    ],
  ]));
