import { Workspace } from './workspace';

describe('GATEWRIGHT_CATALOG', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('programme');
  });
  afterEach(() => workspace.dispose());

  test('sets the catalog of commands without one', async () => {
    workspace.write('other/broken.yaml', 'kind: Team\n');
    const { stdout, status } = await workspace.run(['check'], { env: { GATEWRIGHT_CATALOG: 'other' } });
    expect(stdout).toContain('other/broken.yaml:1:1 error');
    expect(status).toBe(1);
  });

  test.each(['', ' '])("is rejected if it is '%s'", async (empty) => {
    for (const command of [['check'], ['synth'], ['new', 'tier', 'gold']]) {
      const { stdout, stderr, status } = await workspace.run(command, { env: { GATEWRIGHT_CATALOG: empty } });
      expect({ stdout, stderr, status }).toEqual({
        stdout: '',
        stderr:
          'error: GATEWRIGHT_CATALOG is empty\n       set it to the catalog folder, pass --catalog DIR, or unset it\n',
        status: 2,
      });
    }
  });

  test.each([[['--catalog', 'catalog']], [['catalog']]])(
    'is ignored if the command line names a folder: %p',
    async (args) => {
      const { status } = await workspace.run(['check', ...args], { env: { GATEWRIGHT_CATALOG: '' } });
      expect(status).toBe(0);
    },
  );

  test('makes --catalog unnecessary in the suggested command, except for another catalog', async () => {
    const env = { GATEWRIGHT_CATALOG: 'catalog' };
    const next = async (name: string, ...args: readonly string[]) => {
      const { stdout } = await workspace.run(['new', 'partner', name, ...args], { env });
      return /^next: (.*)$/m.exec(stdout)?.[1];
    };
    const begins = 'npx --no-install gatewright new application my-app --partner';
    expect(await next('first')).toBe(`${begins} first`);
    expect(await next('second', '--catalog', './catalog')).toBe(`${begins} second`);
    workspace.link('my other', 'catalog');
    expect(await next('third', '--catalog', 'my other')).toBe(`${begins} third --catalog 'my other'`);
  });
});
