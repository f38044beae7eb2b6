import {
  type AddedDocument,
  addApi,
  addApplication,
  addContractTemplate,
  addEnvironment,
  addPartner,
  addPolicy,
  addTeam,
  addTier,
  addUseCase,
  type CommandContext,
  UserError,
} from '../../../../core/app';
import { TODAY, Workspace } from '../../../cli/workspace';

let workspace: Workspace;
let context: CommandContext;
beforeEach(() => {
  workspace = new Workspace();
  workspace.start('programme');
  context = { cwd: workspace.folder, today: TODAY, defaultCatalog: 'catalog' };
});
afterEach(() => workspace.dispose());

const catalog = 'catalog';

test.each<[string, (context: CommandContext) => AddedDocument, readonly string[], readonly string[]]>([
  ['a team', (at) => addTeam(at, { catalog, name: 'ops' }), ['catalog/teams/ops.yaml'], []],
  ['a tier', (at) => addTier(at, { catalog, name: 'paid' }), ['catalog/tiers/paid.yaml'], []],
  [
    'a partner',
    (at) => addPartner(at, { catalog, name: 'blue-kite' }),
    ['catalog/partners/blue-kite.yaml'],
    ['next: npx --no-install gatewright new application my-app --partner blue-kite'],
  ],
  [
    'an application',
    (at) => addApplication(at, { catalog, name: 'till', partner: 'acme', environments: [] }),
    ['catalog/partners/acme/till.yaml'],
    [],
  ],
  [
    'an API',
    (at) => addApi(at, { catalog, name: 'roaming' }),
    ['catalog/apis/connectivity/roaming/roaming.yaml', 'catalog/apis/connectivity/roaming/roaming.openapi.yaml'],
    [],
  ],
  [
    'an environment',
    (at) => addEnvironment(at, { catalog, name: 'staging' }),
    ['catalog/environments/staging.yaml'],
    [
      "environment 'staging' serves no API yet: add it to the `upstreams` of an API and to the `environments` of its token policy",
      expect.stringMatching(/^next steps: .*docs\/how-to\/second-environment\.md$/),
    ],
  ],
  [
    'a contract template with a first text',
    (at) => addContractTemplate(at, { catalog, name: 'developer-terms', texts: [] }),
    ['catalog/contracts/developer-terms.yaml', 'catalog/contracts/developer-terms-1.0.0.en.md'],
    [],
  ],
  [
    'a use case',
    (at) => addUseCase(at, { catalog, name: 'fleet-maps', apis: [], partners: [], anchors: ['acme'] }),
    ['catalog/use-cases/fleet-maps.yaml'],
    ['replace `problem` with the problem that it solves'],
  ],
  [
    'a policy',
    (at) => addPolicy(at, { catalog, kind: 'masking', name: 'names', purposes: [] }),
    ['catalog/policies/names.yaml'],
    [],
  ],
])('adds %s, and returns the written files and notes', (_, add, written, notes) => {
  expect(add(context)).toEqual({ written, notes, otherErrors: undefined });
  for (const file of written) expect(workspace.read(file)).not.toBe('');
});

test('rejects a document that fails the check, with the findings, and does not write it', () => {
  const add = () => addTeam(context, { catalog, name: 'ops', email: 'nobody' });
  let thrown: unknown;
  try {
    add();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UserError);
  const { reasons } = thrown as UserError;
  expect(reasons?.findings).toEqual([expect.objectContaining({ at: expect.objectContaining({ path: '/email' }) })]);
  expect(reasons?.texts.get('catalog/teams/ops.yaml')).toContain('email: nobody');
  expect(workspace.files('catalog/teams')).toEqual(['api-platform.yaml']);
});

test('ignores other errors in the catalog, and returns the command that shows them', () => {
  workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbx');
  expect(addTeam(context, { catalog, name: 'ops' })).toMatchObject({
    written: ['catalog/teams/ops.yaml'],
    otherErrors: 'npx --no-install gatewright check',
  });
});
