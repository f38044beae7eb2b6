import type { Io } from '../../cli/io';
import { Progress } from '../../cli/progress';
import { EXECUTABLE_CHECKS } from '../../core/checks/list';
import { Workspace } from './workspace';

/** A progress bar with a clock that the test controls. */
function createProgress(errIsTerminal = true) {
  const written: string[] = [];
  const clock = { now: 0 };
  const io = { errIsTerminal, clock: () => clock.now, err: (text: string) => written.push(text) } as unknown as Io;
  return { progress: new Progress(io), written, clock };
}

describe('the progress bar', () => {
  test('is silent for a second', () => {
    const { progress, written, clock } = createProgress();
    clock.now = 999;
    progress.step(1, 10, 'stacks');
    progress.end();
    expect(written).toEqual([]);
  });

  test('appears after a second and is removed at the end', () => {
    const { progress, written, clock } = createProgress();
    clock.now = 1000;
    progress.step(5, 10, 'stacks');
    progress.end();
    expect(written).toEqual([`\r\u001b[2K${'█'.repeat(15)}${'░'.repeat(15)} 5/10 stacks`, '\r\u001b[2K']);
  });

  test('is redrawn at most every 80 milliseconds', () => {
    const { progress, written, clock } = createProgress();
    for (clock.now = 1000; clock.now < 1160; clock.now += 1) progress.step(1, 10, 'stacks');
    expect(written).toHaveLength(2);
  });

  test('never appears without a terminal', () => {
    const { progress, written, clock } = createProgress(false);
    clock.now = 60_000;
    progress.step(1, 10, 'stacks');
    progress.end();
    expect(written).toEqual([]);
  });

  test('is full for work without steps and for more steps than expected', () => {
    const { progress, written, clock } = createProgress();
    clock.now = 1000;
    progress.step(0, 0, 'stacks');
    clock.now = 2000;
    progress.step(12, 10, 'stacks');
    expect(written.map((text) => text.replace(/[^█░]/g, '').length)).toEqual([30, 30]);
  });
});

describe('a command that takes longer than a second', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.start('test/fixtures/programme');
  });
  afterEach(() => workspace.dispose());

  /** A clock that advances by a period with each reading. */
  const slow = (periodMs: number) => {
    let now = 0;
    return () => {
      now += periodMs;
      return now;
    };
  };
  const FILES = 11;
  /** The bars that a run draws, as `done/total label`; '' where the bar is removed. */
  const drawn = async (args: readonly string[], periodMs: number, errIsTerminal = true) => {
    const { stderr } = await workspace.run([...args, '--as-of', '2026-11-21'], {
      clock: slow(periodMs),
      errIsTerminal,
    });
    return stderr
      .split('\r\u001b[2K')
      .slice(1)
      .map((text) => text.replace(/^[█░]+ /, '').replace(/\n[\s\S]*/, ''));
  };

  test('check redraws the bar for every file and every check', async () => {
    const steps = await drawn(['check'], 1000);
    const of = (what: string) => steps.filter((step) => step.endsWith(what));
    const counted = (what: string) => Array.from({ length: FILES }, (_, index) => `${index}/${FILES} ${what}`);
    expect(of('files read')).toEqual(counted('files read'));
    expect(of('files parsed')).toEqual(counted('files parsed'));
    expect(of('checks run')).toHaveLength(EXECUTABLE_CHECKS.length);
    expect(steps.at(-1)).toBe('');
  });

  test('synth redraws the bar for every stack too', async () => {
    const steps = await drawn(['synth', '--environment', 'sandbox'], 1000);
    expect(steps.filter((step) => step.includes(' stacks written: sandbox_'))).toHaveLength(6);
  });

  test('draws the bar for the first time after a second', async () => {
    const steps = await drawn(['check'], Math.ceil(1000 / (FILES + 1)));
    expect(steps[0]).toBe(`0/${FILES} files parsed`);
    expect(steps.length).toBeGreaterThan(EXECUTABLE_CHECKS.length);
  });

  test('draws nothing in a pipe, or if it takes less than a second', async () => {
    expect(await drawn(['check'], 1000, false)).toEqual([]);
    expect(await drawn(['check'], 1)).toEqual([]);
  });
});
