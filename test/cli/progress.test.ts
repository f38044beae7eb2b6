import type { Io } from '../../cli/io';
import { Progress } from '../../cli/progress';

/** A progress bar whose clock and terminal the test holds. */
function watched(errIsTerminal = true) {
  const written: string[] = [];
  const clock = { now: 0 };
  const io = { errIsTerminal, clock: () => clock.now, err: (text: string) => written.push(text) } as unknown as Io;
  return { progress: new Progress(io), written, clock };
}

describe('the progress bar', () => {
  test('is silent for a second', () => {
    const { progress, written, clock } = watched();
    clock.now = 999;
    progress.step(1, 10, 'stacks');
    progress.end();
    expect(written).toEqual([]);
  });

  test('appears after a second and is taken away at the end', () => {
    const { progress, written, clock } = watched();
    clock.now = 1000;
    progress.step(5, 10, 'stacks');
    progress.end();
    expect(written).toEqual([`\r\u001b[2K${'█'.repeat(15)}${'░'.repeat(15)} 5/10 stacks`, '\r\u001b[2K']);
  });

  test('is not drawn more often than an eye sees', () => {
    const { progress, written, clock } = watched();
    for (clock.now = 1000; clock.now < 1160; clock.now += 1) progress.step(1, 10, 'stacks');
    expect(written).toHaveLength(2);
  });

  test('never appears where nobody watches', () => {
    const { progress, written, clock } = watched(false);
    clock.now = 60_000;
    progress.step(1, 10, 'stacks');
    progress.end();
    expect(written).toEqual([]);
  });

  test('stands for work without steps and for more steps than expected', () => {
    const { progress, written, clock } = watched();
    clock.now = 1000;
    progress.step(0, 0, 'stacks');
    clock.now = 2000;
    progress.step(12, 10, 'stacks');
    expect(written.map((text) => text.replace(/[^█░]/g, '').length)).toEqual([30, 30]);
  });
});
