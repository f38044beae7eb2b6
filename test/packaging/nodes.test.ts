import path from 'node:path';
import { builtCli, type Ended, ROOT, Workspace } from '../cli/workspace';
import { runProcess } from '../support/processes';

/** Other Node binaries to run the built product on: absolute paths, separated as in PATH. */
const NODES = (process.env.GATEWRIGHT_NODES ?? '').split(path.delimiter).filter((node) => node !== '');

const PROGRAM = `import { defineTeam } from 'gatewright/model';
enum Region { North = 'north', South = 'south' }
interface Named { readonly name: string }
const teams: Named[] = [Region.North, Region.South].map((name) => ({ name }));
export default teams.map(({ name }) =>
  defineTeam({ name, title: name.toUpperCase(), email: name === 'south' ? 'no address' : \`\${name}@operator.example\` }));
void Promise.reject(new Error('too late'));
`;

/** Runs Node in a workspace's folder. */
function run(node: string, workspace: Workspace, args: readonly string[]): Ended {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, GATEWRIGHT_AS_OF: '2026-11-02' };
  const { stdout, stderr, status } = runProcess(node, args, { cwd: workspace.folder, env });
  return { stdout, stderr, status };
}

/** The result of a command on a version of Node: output, status, and all files. */
function outcome(node: string, args: readonly string[], prepare: (workspace: Workspace) => void) {
  const workspace = new Workspace();
  try {
    prepare(workspace);
    return { ...run(node, workspace, args), files: workspace.contents('.') };
  } finally {
    workspace.dispose();
  }
}

const fixture = (workspace: Workspace) => workspace.start('test/fixtures/programme');

if (NODES.length === 0)
  test.skip('the built product on other versions of Node [skipped: GATEWRIGHT_NODES is not set]', () => undefined);

for (const node of NODES) describe(`the built product on ${node}`, () => onNode(node));

function onNode(node: string): void {
  const cli = builtCli();
  const app = path.join(cli, '../../main.js');

  test.each([
    ['checks', [cli, 'check'], fixture],
    ['writes Terraform', [cli, 'synth'], fixture],
    ['reports in SARIF', [cli, 'check', '--format', 'sarif'], withoutTiers],
    ['creates a programme', [cli, 'init', 'created'], () => undefined],
    ['runs the app of cdktf.json', [app], (workspace: Workspace) => workspace.start('programme')],
  ])('%s as on this version', (_, args, prepare) => {
    expect(outcome(node, args, prepare)).toEqual(outcome(process.execPath, args, prepare));
  });

  test("runs a catalog's TypeScript, with the positions of its calls and of later failures", () => {
    const { stdout, stderr, status } = outcome(node, [cli, 'check'], (workspace) => {
      fixture(workspace);
      workspace.write('catalog/gatewright.catalog.ts', PROGRAM);
    });
    expect(stdout).toMatch(/^catalog\/gatewright\.catalog\.ts:6:3 error malformed-value +Team 'south', \/email/m);
    expect(stdout).toMatch(/^catalog\/gatewright\.catalog\.ts:7:\d+ error typescript-failed +code of .* too late;/m);
    expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
  });

  test('loads every entry point of the package', () => {
    const { exports: entries } = require('../../package.json') as { exports: Record<string, unknown> };
    const names = Object.keys(entries).filter((name) => !name.includes('*') && !name.endsWith('.json'));
    const script = names.map((name) => `require('gatewright/${name.slice(2)}');`).join('\n');
    const { PATH, HOME } = process.env;
    const { stderr, status } = runProcess(node, ['-e', script], { cwd: ROOT, env: { PATH, HOME } });
    expect(names.length).toBeGreaterThan(4);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });
}

function withoutTiers(workspace: Workspace): void {
  workspace.start('test/fixtures/programme');
  workspace.remove('catalog/tiers.yaml');
}
