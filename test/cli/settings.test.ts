import { Workspace } from './workspace';

describe('GATEWRIGHT_CATALOG', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('programme');
  });
  afterEach(() => workspace.dispose());

  test('is the catalog of commands that are given none', async () => {
    workspace.write('other/broken.yaml', 'kind: Team\n');
    const { stdout, status } = await workspace.run(['check'], { env: { GATEWRIGHT_CATALOG: 'other' } });
    expect(stdout).toContain('other/broken.yaml:1:1 error');
    expect(status).toBe(1);
  });

  test.each(['', ' '])("does not mean the working directory where it is '%s'", async (empty) => {
    for (const command of [['check'], ['synth'], ['new', 'tier', 'gold']]) {
      const { stdout, stderr, status } = await workspace.run(command, { env: { GATEWRIGHT_CATALOG: empty } });
      expect({ stdout, stderr, status }).toEqual({
        stdout: '',
        stderr:
          "error: GATEWRIGHT_CATALOG is empty\n       name the catalog's folder in it or with --catalog DIR, or unset it\n",
        status: 2,
      });
    }
  });

  test('is not looked at where --catalog names a folder', async () => {
    const { status } = await workspace.run(['check', '--catalog', 'catalog'], { env: { GATEWRIGHT_CATALOG: '' } });
    expect(status).toBe(0);
  });
});
