import fs, { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { withPrivateFolder } from '../../../core/output/private-folder';
import type { Run } from '../../../core/output/run';
import { runProcess } from '../../support/processes';
import { inFolder } from '../../support/synthesis';

/** The id of a process that has ended. */
const ended = () => runProcess(process.execPath, ['-e', '']).pid;

const LONG_AGO = new Date(Date.now() - 3_600_000);

/** Does nothing in a private folder for the output `cdktf.out`. */
const use = (folder: string, work: (run: Run) => void = () => undefined) =>
  withPrivateFolder({ folder: path.join(folder, 'cdktf.out'), stateFolder: path.join(folder, 'state') }, work);

/** Leaves what a run leaves that was killed: a private folder, and in it what is given. */
function leave(folder: string, name: string, owner: object | undefined, time?: Date): string {
  const left = path.join(folder, name);
  mkdirSync(left);
  const file = path.join(left, 'owner.json');
  if (owner) writeFileSync(file, JSON.stringify(owner));
  if (time) for (const one of owner ? [file, left] : [left]) utimesSync(one, time, time);
  return left;
}

/** A folder with a file that says which it is. */
function marked(folder: string, mark: string): void {
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'mark'), mark);
}

const markOf = (folder: string) => readFileSync(path.join(folder, 'mark'), 'utf8');

describe('a private folder beside the output folder', () => {
  test.each<[string, string, object | undefined, Date | undefined, boolean]>([
    [
      'of a process that was killed is removed',
      'cdktf.out-abcDE1',
      { pid: ended(), host: hostname() },
      undefined,
      false,
    ],
    [
      'of a process that had our id is removed',
      'cdktf.out-abcDE1',
      { pid: process.pid, host: hostname() },
      undefined,
      false,
    ],
    ['of a process that runs stays', 'cdktf.out-abcDE1', { pid: process.ppid, host: hostname() }, undefined, true],
    [
      'of a process that runs stays, however old it is',
      'cdktf.out-abcDE1',
      { pid: process.ppid, host: hostname() },
      LONG_AGO,
      true,
    ],
    ['of another machine stays', 'cdktf.out-abcDE1', { pid: ended(), host: 'elsewhere' }, undefined, true],
    ['of another machine is removed after an hour', 'cdktf.out-abcDE1', { pid: 1, host: 'elsewhere' }, LONG_AGO, false],
    ['of another output folder stays', 'other.out-abcDE1', { pid: ended(), host: hostname() }, undefined, true],
    [
      'of a process that was killed before it could name itself is removed',
      'cdktf.out-abcDE1',
      undefined,
      undefined,
      false,
    ],
    ['with another name stays', 'cdktf.out-backup-1', { pid: ended(), host: hostname() }, undefined, true],
  ])('%s', (_, name, owner, time, stays) => {
    inFolder((folder) => {
      const left = leave(folder, `.${name}`, owner, time);
      use(folder);
      expect(existsSync(left)).toBe(stays);
    });
  });

  test('with something in it and without an owner stays, however old it is', () => {
    inFolder((folder) => {
      const left = leave(folder, '.cdktf.out-abcDE1', undefined);
      marked(path.join(left, 'notes'), 'mine');
      utimesSync(left, LONG_AGO, LONG_AGO);
      use(folder);
      expect(markOf(path.join(left, 'notes'))).toBe('mine');
    });
  });

  test('that another run takes for left over, because it does not name its owner yet, is made again', () => {
    inFolder((folder) => {
      const write = fs.writeFileSync;
      let made: string | undefined;
      jest.spyOn(fs, 'writeFileSync').mockImplementation((file, text) => {
        if (made === undefined) {
          made = path.dirname(String(file));
          use(folder);
          expect(existsSync(made)).toBe(false);
        }
        write(file, text);
      });
      use(folder, (run) => expect(run.folder).not.toBe(made));
      jest.restoreAllMocks();
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('is gone when the work fails', () => {
    inFolder((folder) => {
      const fail = () => {
        throw new Error('boom');
      };
      expect(() => use(folder, fail)).toThrow('boom');
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});

describe('an output that a killed run has set aside', () => {
  const killed = () => ({ pid: ended(), host: hostname() });

  /** What a run leaves that was killed after it had set the output aside. */
  function killedBetweenRenames(folder: string, name: string, mark: string): void {
    const left = leave(folder, name, killed());
    marked(path.join(left, 'next'), 'never in place');
    marked(`${left}-aside`, mark);
  }

  test('is put back before the next run reads it, and nothing else is left', () => {
    inFolder((folder) => {
      killedBetweenRenames(folder, '.cdktf.out-abcDE1', 'former');
      use(folder, () => expect(markOf(path.join(folder, 'cdktf.out'))).toBe('former'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('is put back also if the process may still run', () => {
    inFolder((folder) => {
      const left = leave(folder, '.cdktf.out-abcDE1', { pid: process.ppid, host: hostname() });
      marked(path.join(left, 'next'), 'not yet in place');
      marked(`${left}-aside`, 'former');
      use(folder);
      expect(markOf(path.join(folder, 'cdktf.out'))).toBe('former');
      expect(markOf(path.join(left, 'next'))).toBe('not yet in place');
    });
  });

  test('is removed where another output is in its place', () => {
    inFolder((folder) => {
      killedBetweenRenames(folder, '.cdktf.out-abcDE1', 'former');
      marked(path.join(folder, 'cdktf.out'), 'later');
      use(folder);
      expect(markOf(path.join(folder, 'cdktf.out'))).toBe('later');
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('is removed, and not put back, where the run had put its own output in place, which somebody removed', () => {
    inFolder((folder) => {
      const left = leave(folder, '.cdktf.out-abcDE1', killed());
      marked(`${left}-aside`, 'former');
      use(folder);
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('stays beside the output while Terraform holds a lock on its state, and goes afterwards', () => {
    inFolder((folder) => {
      const left = leave(folder, '.cdktf.out-abcDE1', killed());
      marked(`${left}-aside`, 'former');
      marked(path.join(folder, 'cdktf.out'), 'later');
      mkdirSync(path.join(folder, 'state'));
      const lock = path.join(folder, 'state/.sandbox_global.tfstate.lock.info');
      writeFileSync(lock, '{}');
      use(folder);
      expect(markOf(`${left}-aside`)).toBe('former');
      rmSync(lock);
      use(folder);
      expect(readdirSync(folder).sort()).toEqual(['cdktf.out', 'state']);
    });
  });
});
