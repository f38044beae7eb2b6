import { PROGRAMME } from './programme';
import { findings } from './table';

const TEXT = PROGRAMME['programme.yaml'] ?? '';
const SECOND = TEXT.replace('name: northwind', 'name: «southwind');

describe('the Programme of a catalog:', () =>
  findings([
    [
      'a catalog without a Programme, at its first document, and no reference to it',
      ['error missing-programme'],
      "the catalog has no Programme, which states its format and who runs it; add one with 'npx --no-install gatewright new programme my-programme'",
      [
        ['programme.yaml', TEXT, 'kind: Team\nname: spare\ntitle: Spare\nemail: spare-team@operator.example\n'],
        ['acme-bank.yaml', 'kind: Partner\n', '«kind: Partner\n'],
      ],
    ],
    [
      'a second Programme',
      ['error several-programmes'],
      "'southwind' is a second programme; the first one is 'northwind'; move its entries into the first one, and delete it",
      [['second.yaml', '', SECOND]],
    ],
    [
      'each further Programme',
      ['error several-programmes', 'error several-programmes'],
      "'southwind' is a second programme; the first one is 'northwind'",
      [
        ['second.yaml', '', SECOND],
        ['third.yaml', '', SECOND.replace('name: «southwind', 'name: «westwind')],
      ],
    ],
  ]));
