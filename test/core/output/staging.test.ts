import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { withStaging } from '../../../core/output/staging';
import { builtCli } from '../../cli/workspace';
import { runProcess } from '../../support/processes';
import { inFolder } from '../../support/synthesis';

/** The id of a process that has ended. */
const ended = () => runProcess(process.execPath, ['-e', '']).pid;

const LONG_AGO = new Date(Date.now() - 3_600_000);

describe('what stands beside the output folder', () => {
  test.each<[string, string, object | undefined, Date | undefined, boolean]>([
    ['of a process that was killed, goes', 'cdktf.out-abcDE1', { pid: ended(), host: hostname() }, undefined, false],
    ['of a process that runs, stays', 'cdktf.out-abcDE1', { pid: process.ppid, host: hostname() }, undefined, true],
    ['of another machine, stays', 'cdktf.out-abcDE1', { pid: ended(), host: 'elsewhere' }, undefined, true],
    ['of another machine, goes after an hour', 'cdktf.out-abcDE1', { pid: 1, host: 'elsewhere' }, LONG_AGO, false],
    ['of another output folder, stays', 'other.out-abcDE1', { pid: ended(), host: hostname() }, undefined, true],
    ['of nobody known, stays', 'cdktf.out-abcDE1', undefined, undefined, true],
    ['with another name, stays', 'cdktf.out-backup-1', { pid: ended(), host: hostname() }, undefined, true],
  ])('%s', (_, name, owner, time, stays) => {
    inFolder((folder) => {
      const left = path.join(folder, `.${name}`);
      const file = path.join(left, '.gatewright-staging.json');
      mkdirSync(left);
      if (owner) writeFileSync(file, JSON.stringify(owner));
      if (time) utimesSync(file, time, time);
      withStaging(path.join(folder, 'cdktf.out'), () => undefined);
      expect(existsSync(left)).toBe(stays);
    });
  });
});

const run = (folder: string, listen: string) => {
  const stacks = path.join(path.dirname(builtCli()), '../core/output/staging.js');
  const script = `${listen}
    require(${JSON.stringify(stacks)}).withStaging('cdktf.out', () => {
      process.kill(process.pid, process.argv[1]);
      console.log('whole');
    });
    setTimeout(() => console.log('went on'), 60_000).unref();
    setImmediate(() => setImmediate(() => console.log(process.listenerCount(process.argv[1]))));`;
  return (signal: string) => runProcess(process.execPath, ['-e', script, signal], { cwd: folder });
};

describe('a signal in the middle of synthesis', () => {
  test.each(['SIGINT', 'SIGTERM'])('%s ends the process when the work is whole, and leaves nothing', (asked) => {
    inFolder((folder) => {
      const { stdout, signal } = run(folder, '')(asked);
      expect({ stdout, signal }).toEqual({ stdout: 'whole\n', signal: asked });
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('is left to a program that listens for it', () => {
    inFolder((folder) => {
      const listen = "process.on('SIGTERM', () => console.log('heard'));";
      const { stdout, status } = run(folder, listen)('SIGTERM');
      expect({ stdout, status }).toEqual({ stdout: 'whole\nheard\n1\n', status: 0 });
    });
  });
});
