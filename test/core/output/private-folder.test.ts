import fs, { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { withPrivateFolder } from '../../../core/output/private-folder';
import type { Run } from '../../../core/output/run';
import { runProcess } from '../../support/processes';
import { inFolder } from '../../support/synthesis';

/** The id of an ended process. */
const ended = () => runProcess(process.execPath, ['-e', '']).pid;

const LONG_AGO = new Date(Date.now() - 3_600_000);

/** Creates a private folder for the output `cdktf.out`, and runs a function that by default does nothing. */
const use = (folder: string, work: (run: Run) => void = () => undefined) =>
  withPrivateFolder({ folder: path.join(folder, 'cdktf.out'), stateFolder: path.join(folder, 'state') }, work);

/** Creates a private folder as a killed run would leave it. */
function leave(folder: string, name: string, owner: object | undefined, time?: Date): string {
  const left = path.join(folder, name);
  mkdirSync(left);
  const file = path.join(left, 'owner.json');
  if (owner) writeFileSync(file, JSON.stringify(owner));
  if (time) for (const one of owner ? [file, left] : [left]) utimesSync(one, time, time);
  return left;
}

/** Creates a folder with a file that identifies it. */
function marked(folder: string, mark: string): void {
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'mark'), mark);
}

const markOf = (folder: string) => readFileSync(path.join(folder, 'mark'), 'utf8');

describe('a private folder next to the output folder', () => {
  test.each<[string, string, object | undefined, Date | undefined, boolean]>([
    ['of a killed process is removed', 'cdktf.out-abcDE1', { pid: ended(), host: hostname() }, undefined, false],
    [
      'of a process that had the same id is removed',
      'cdktf.out-abcDE1',
      { pid: process.pid, host: hostname() },
      undefined,
      false,
    ],
    ['of a running process is kept', 'cdktf.out-abcDE1', { pid: process.ppid, host: hostname() }, undefined, true],
    [
      'of a running process is kept, regardless of its age',
      'cdktf.out-abcDE1',
      { pid: process.ppid, host: hostname() },
      LONG_AGO,
      true,
    ],
    ['of another machine is kept', 'cdktf.out-abcDE1', { pid: ended(), host: 'elsewhere' }, undefined, true],
    ['of another machine is removed after an hour', 'cdktf.out-abcDE1', { pid: 1, host: 'elsewhere' }, LONG_AGO, false],
    ['of another output folder is kept', 'other.out-abcDE1', { pid: ended(), host: hostname() }, undefined, true],
    [
      'of a process that was killed before it recorded itself as owner is removed',
      'cdktf.out-abcDE1',
      undefined,
      undefined,
      false,
    ],
    ['with another name is kept', 'cdktf.out-backup-1', { pid: ended(), host: hostname() }, undefined, true],
  ])('%s', (_, name, owner, time, isKept) => {
    inFolder((folder) => {
      const left = leave(folder, `.${name}`, owner, time);
      use(folder);
      expect(existsSync(left)).toBe(isKept);
    });
  });

  test('with content but without an owner is kept, regardless of its age', () => {
    inFolder((folder) => {
      const left = leave(folder, '.cdktf.out-abcDE1', undefined);
      marked(path.join(left, 'notes'), 'mine');
      utimesSync(left, LONG_AGO, LONG_AGO);
      use(folder);
      expect(markOf(path.join(left, 'notes'))).toBe('mine');
    });
  });

  test('that another run removes before its owner is recorded is created again', () => {
    inFolder((folder) => {
      const write = fs.writeFileSync;
      let first: string | undefined;
      jest.spyOn(fs, 'writeFileSync').mockImplementation((file, text) => {
        if (first === undefined) {
          first = path.dirname(String(file));
          use(folder);
          expect(existsSync(first)).toBe(false);
        }
        write(file, text);
      });
      use(folder, (run) => expect(run.folder).not.toBe(first));
      jest.restoreAllMocks();
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('is removed if the function fails', () => {
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

  /** Creates the folders of a run that was killed after it had set the output aside. */
  function killedBetweenRenames(folder: string, name: string, mark: string): void {
    const left = leave(folder, name, killed());
    marked(path.join(left, 'next'), 'never in place');
    marked(`${left}-aside`, mark);
  }

  test('is restored before the next run reads it, and everything else is removed', () => {
    inFolder((folder) => {
      killedBetweenRenames(folder, '.cdktf.out-abcDE1', 'previous');
      use(folder, () => expect(markOf(path.join(folder, 'cdktf.out'))).toBe('previous'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('is restored even if the process may still be running', () => {
    inFolder((folder) => {
      const left = leave(folder, '.cdktf.out-abcDE1', { pid: process.ppid, host: hostname() });
      marked(path.join(left, 'next'), 'not yet in place');
      marked(`${left}-aside`, 'previous');
      use(folder);
      expect(markOf(path.join(folder, 'cdktf.out'))).toBe('previous');
      expect(markOf(path.join(left, 'next'))).toBe('not yet in place');
    });
  });

  test('is removed if another output is in its place', () => {
    inFolder((folder) => {
      killedBetweenRenames(folder, '.cdktf.out-abcDE1', 'previous');
      marked(path.join(folder, 'cdktf.out'), 'later');
      use(folder);
      expect(markOf(path.join(folder, 'cdktf.out'))).toBe('later');
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('is removed, not restored, if the run had put its own output in place and that was deleted', () => {
    inFolder((folder) => {
      const left = leave(folder, '.cdktf.out-abcDE1', killed());
      marked(`${left}-aside`, 'previous');
      use(folder);
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  test('is kept while Terraform locks its state, and removed afterwards', () => {
    inFolder((folder) => {
      const left = leave(folder, '.cdktf.out-abcDE1', killed());
      marked(`${left}-aside`, 'previous');
      marked(path.join(folder, 'cdktf.out'), 'later');
      mkdirSync(path.join(folder, 'state'));
      const lock = path.join(folder, 'state/.sandbox_global.tfstate.lock.info');
      writeFileSync(lock, '{}');
      use(folder);
      expect(markOf(`${left}-aside`)).toBe('previous');
      rmSync(lock);
      use(folder);
      expect(readdirSync(folder).sort()).toEqual(['cdktf.out', 'state']);
    });
  });
});
