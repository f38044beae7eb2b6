import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { withStaging } from '../../../core/output/staging';
import { synthesisFailure } from '../../../core/output/synthesis-failure';
import { builtCli } from '../../cli/workspace';
import { runProcess, startProcess } from '../../support/processes';
import { AS_OF, programmeFiles } from '../../support/programme';
import { inFolder } from '../../support/synthesis';

/** Runs the built program; the answer is its exit status. */
const started = (cwd: string, args: readonly string[]) =>
  new Promise<number | null>((resolve) => {
    startProcess(process.execPath, [builtCli(), ...args], { cwd, stdio: 'ignore' }).on('close', resolve);
  });

test('syntheses of different environments at once make one output with all of them', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-'));
  try {
    mkdirSync(path.join(folder, 'catalog'));
    for (const [name, text] of Object.entries(programmeFiles()))
      writeFileSync(path.join(folder, 'catalog', name), text);
    const statuses = await Promise.all(
      ['sandbox', 'staging', 'production'].map((name) =>
        started(folder, ['synth', '--as-of', AS_OF, '--environment', name]),
      ),
    );
    expect(statuses).toEqual([0, 0, 0]);
    const { stacks } = JSON.parse(readFileSync(path.join(folder, 'cdktf.out/manifest.json'), 'utf8'));
    expect(Object.keys(stacks)).toEqual(readdirSync(path.join(folder, 'cdktf.out/stacks')).sort());
    expect(new Set(Object.keys(stacks).map((name) => name.replace(/_.*/, '')))).toEqual(
      new Set(['sandbox', 'staging', 'production']),
    );
    expect(readdirSync(folder).sort()).toEqual(['catalog', 'cdktf.out']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The id of a process that has ended. */
const ended = () => runProcess(process.execPath, ['-e', '']).pid;

/** Has a process work on the output, by what it leaves there. */
function lockedBy(folder: string, owner: object | undefined): string {
  const lock = path.join(folder, '.cdktf.out-lock');
  mkdirSync(lock);
  writeFileSync(path.join(lock, owner ? '.gatewright-staging.json' : 'other'), JSON.stringify(owner) ?? '');
  return lock;
}

test.each([
  ['that was killed', { pid: ended(), host: hostname(), name: '.cdktf.out-abcDE1' }],
  ['that was killed and had our id', { pid: process.pid, host: hostname(), name: '.cdktf.out-abcDE1' }],
])('the place of a process %s is taken over', (_, owner) => {
  inFolder((folder) => {
    lockedBy(folder, owner);
    expect(withStaging(path.join(folder, 'cdktf.out'), () => 'done', 0)).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.each<[string, object | undefined, string]>([
  ['that runs', { pid: process.ppid, host: hostname(), name: '.cdktf.out-abcDE1' }, `process ${process.ppid} on `],
  [
    'of another machine',
    { pid: 7, host: 'elsewhere', name: '.cdktf.out-abcDE1' },
    'process 7 on elsewhere is writing it',
  ],
  ['of nobody known', undefined, 'another process is writing it'],
  [
    'that names a folder of somebody',
    { pid: ended(), host: hostname(), name: '../x' },
    `on ${hostname()} is writing it`,
  ],
])('the place of a process %s is left to it, with a message', (_, owner, message) => {
  inFolder((folder) => {
    const lock = lockedBy(folder, owner);
    const work = jest.fn();
    let thrown: unknown;
    try {
      withStaging(path.join(folder, 'cdktf.out'), work, 0);
    } catch (error) {
      thrown = error;
    }
    expect(synthesisFailure(thrown, 'cdktf.out')).toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining("'.cdktf.out-lock' beside the output"),
      status: 1,
    });
    expect(work).not.toHaveBeenCalled();
    expect(existsSync(lock)).toBe(true);
    expect(readdirSync(folder)).toEqual(['.cdktf.out-lock']);
  });
});
