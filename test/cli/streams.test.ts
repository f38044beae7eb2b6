import { existsSync } from 'node:fs';
import { Workspace } from './workspace';

const ESCAPE = '\u001b';

describe('the output of a command', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('programme');
    workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbx');
  });
  afterEach(() => workspace.dispose());

  test.each([
    [false, {}, false],
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('with terminal %p and environment %p has colours: %p', async (outIsTerminal, env, colored) => {
    const { stdout } = await workspace.run(['check'], { outIsTerminal, env });
    expect(stdout.includes(ESCAPE)).toBe(colored);
  });

  test('contains no secret from an argument in an error message', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    const { stderr, status } = await workspace.run(['check', secret]);
    expect(stderr).toContain(`folder '${'*'.repeat(secret.length)}' does not exist`);
    expect(stderr).not.toContain(secret);
    expect(status).toBe(2);
  });

  test.each(['json', 'github', 'sarif'])('has no colours in format %s, even if they are forced', async (format) => {
    const { stdout } = await workspace.run(['check', '--format', format], { env: { FORCE_COLOR: '1' } });
    expect(stdout).not.toContain(ESCAPE);
  });

  test.each([
    [true, true],
    [false, false],
  ])(
    'with standard error on a terminal: %p, shows a progress bar for slow work and removes it: %p',
    async (errIsTerminal, isShown) => {
      workspace.edit('catalog/environments/sandbox.yaml', 'stage: sandbx', 'stage: sandbox');
      let now = 0;
      const slow = {
        errIsTerminal,
        clock: () => {
          now += 600;
          return now;
        },
      };
      const { stdout, stderr } = await workspace.run(['synth'], slow);
      expect(stderr.includes('3/3 stacks written: sandbox_partners_0')).toBe(isShown);
      expect(stderr === '' || stderr.endsWith(`\r${ESCAPE}[2K`)).toBe(true);
      expect(stdout).not.toContain(ESCAPE);
    },
  );

  test('has a short message for an internal error, with status 2 and no stack trace', async () => {
    const broken = {
      today: () => {
        throw new Error('the calendar is gone\nand more');
      },
    };
    const { stdout, stderr, status } = await workspace.run(['check'], broken);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(
      /^internal error: the calendar is gone\n {7}and more\n {7}this is a bug in gatewright .*GATEWRIGHT_DEBUG=1.*\n$/,
    );
  });

  test('has the stack trace of an internal error with GATEWRIGHT_DEBUG=1', async () => {
    const broken = {
      env: { GATEWRIGHT_DEBUG: '1' },
      today: () => {
        throw new Error('the calendar is gone');
      },
    };
    const { stderr } = await workspace.run(['check'], broken);
    expect(stderr).toContain('\n    at ');
  });

  test('ends silently if its reader closes the pipe', () => {
    for (let count = 0; count < 300; count += 1)
      workspace.write(`catalog/broken-${count}.yaml`, `kind: Team\nname: 'Number ${count}'\n`);
    const { stdout, stderr, status } = workspace.shell('check | head -1');
    expect(stdout).toMatch(/^catalog\/broken-0\.yaml:.*\n$/);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  const full = existsSync('/dev/full') ? test : test.skip;
  full.each(['check', 'check --format json'])(
    'fails with one line and status 2 if it cannot be written: %s',
    (command) => {
      const { stderr, status } = workspace.shell(`${command} > /dev/full`);
      expect(stderr).toBe('error: cannot write to standard output: no space left on the device\n');
      expect(status).toBe(2);
    },
  );
});
