import fs, { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withPrivateFolder } from '../../../core/output/private-folder';
import { replaceOutput } from '../../../core/output/replace-output';
import { inFolder } from '../../support/synthesis';

/** The whole output of one run: every file says which run it is of. */
const filesOf = (mark: string) => [
  { path: 'stacks/a/cdk.tf.json', text: mark },
  { path: 'stacks/b/cdk.tf.json', text: mark },
  { path: 'manifest.json', text: JSON.stringify({ version: mark, stacks: {} }) },
];

/** Replaces an output by that of another run. */
function replace(out: string, mark: string, before: (version: string | undefined) => void = () => undefined): void {
  withPrivateFolder({ folder: out, stateFolder: path.join(out, '../state') }, (run) =>
    replaceOutput(out, run, (former) => {
      before(former?.version);
      return { files: filesOf(mark), dropped: [], result: () => undefined };
    }),
  );
}

/** Every file below a folder with its text, by path. */
const contentOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );

const wholeOutput = (mark: string) => Object.fromEntries(filesOf(mark).map(({ path: name, text }) => [name, text]));

const withOut = (use: (out: string, folder: string) => void) =>
  inFolder((folder) => use(path.join(folder, 'cdktf.out'), folder));

/** Runs `act` before the rename for which `isMeant` is true, once. */
function beforeRename(isMeant: (from: string, to: string) => boolean, act: () => void): void {
  const rename = fs.renameSync;
  let isDone = false;
  jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    if (!isDone && isMeant(String(from), String(to))) {
      isDone = true;
      act();
    }
    rename(from, to);
  });
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('of two runs at the same time', () => {
  test('the later one wins as a whole, and is made from what the earlier one wrote', () => {
    withOut((out, folder) => {
      replace(out, 'first');
      const seen: (string | undefined)[] = [];
      replace(out, 'later', (version) => {
        seen.push(version);
        if (seen.length === 1) replace(out, 'earlier');
      });
      expect(seen).toEqual(['first', 'earlier']);
      expect(contentOf(folder)).toEqual(
        Object.fromEntries(Object.entries(wholeOutput('later')).map(([name, text]) => [`cdktf.out/${name}`, text])),
      );
    });
  });

  test('the later one wins as a whole also where there was no output', () => {
    withOut((out, folder) => {
      const seen: (string | undefined)[] = [];
      replace(out, 'later', (version) => {
        seen.push(version);
        if (seen.length === 1) replace(out, 'earlier');
      });
      expect(seen).toEqual([undefined, 'earlier']);
      expect(contentOf(out)).toEqual(wholeOutput('later'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test.each([
    ['before the former output is set aside', (_: string, to: string) => to.endsWith('-aside')],
    ['when the former output is set aside', (from: string) => from.endsWith('/next')],
  ])('nothing is lost if the other one puts its output in place %s', (_, isMeant) => {
    withOut((out, folder) => {
      replace(out, 'first');
      beforeRename(isMeant, () => replace(out, 'between'));
      replace(out, 'last');
      expect(contentOf(out)).toEqual(wholeOutput('last'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('one that reads while the other has the output set aside finds it', () => {
    withOut((out) => {
      replace(out, 'first');
      const seen: (string | undefined)[] = [];
      beforeRename(
        (from) => from.endsWith('/next'),
        () => replace(out, 'reader', (version) => seen.push(version)),
      );
      replace(out, 'last');
      expect(seen).toEqual(['first']);
    });
  });
});

test('a file that stays missing is an error, also after other runs have replaced the output many times', () => {
  withOut((out) => {
    replace(out, 'first');
    let asked = 0;
    const make = () => {
      asked += 1;
      if (asked > 20) throw new Error('it never gives up');
      if (asked > 10) throw Object.assign(new Error('missing for good'), { code: 'ENOENT' });
      replace(out, `other ${asked}`);
    };
    expect(() => replace(out, 'last', make)).toThrow('missing for good');
    expect(contentOf(out)).toEqual(wholeOutput('other 10'));
  });
});

describe('a rename that fails', () => {
  test.each([
    ['of the former output', (_: string, to: string) => to.endsWith('-aside')],
    ['of the next output', (from: string) => from.endsWith('/next')],
  ])('%s leaves the former one in its place and nothing beside it', (_, isMeant) => {
    withOut((out, folder) => {
      replace(out, 'first');
      beforeRename(isMeant, () => {
        throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      });
      expect(() => replace(out, 'last')).toThrow('busy');
      expect(contentOf(out)).toEqual(wholeOutput('first'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('twice, so that the former output cannot be put back, leaves that to the next run', () => {
    withOut((out, folder) => {
      replace(out, 'first');
      const rename = fs.renameSync;
      jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
        if (to === out) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
        rename(from, to);
      });
      expect(() => replace(out, 'last')).toThrow('busy');
      jest.restoreAllMocks();
      const seen: (string | undefined)[] = [];
      replace(out, 'next', (version) => seen.push(version));
      expect(seen).toEqual(['first']);
      expect(contentOf(out)).toEqual(wholeOutput('next'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });
});

describe('what others keep in the output folder', () => {
  test('is there in the next output: files, empty folders, links, permissions and times', () => {
    withOut((out) => {
      replace(out, 'first');
      const own = path.join(out, 'stacks/a/.terraform');
      mkdirSync(path.join(own, 'empty'), { recursive: true, mode: 0o750 });
      writeFileSync(path.join(own, 'provider'), 'binary', { mode: 0o755 });
      symlinkSync('provider', path.join(own, 'link'));
      const before = statSync(path.join(own, 'provider'));
      replace(out, 'next');
      expect(contentOf(own)).toEqual({ provider: 'binary', link: 'binary' });
      expect(fs.readlinkSync(path.join(own, 'link'))).toBe('provider');
      expect(statSync(path.join(own, 'empty')).isDirectory()).toBe(true);
      expect(statSync(own).mode & 0o777).toBe(0o750);
      const after = statSync(path.join(own, 'provider'));
      expect([after.mode, after.mtimeMs, after.nlink]).toEqual([before.mode, before.mtimeMs, 1]);
    });
  });

  test('is copied where the file system has no links', () => {
    withOut((out) => {
      replace(out, 'first');
      writeFileSync(path.join(out, 'note.txt'), 'mine', { mode: 0o600 });
      const before = statSync(path.join(out, 'note.txt'));
      jest.spyOn(fs, 'linkSync').mockImplementation(() => {
        throw Object.assign(new Error('no links'), { code: 'EPERM' });
      });
      replace(out, 'next');
      expect(contentOf(out)).toEqual({ ...wholeOutput('next'), 'note.txt': 'mine' });
      const after = statSync(path.join(out, 'note.txt'));
      expect(after.mode).toBe(before.mode);
      expect(after.mtimeMs).toBeCloseTo(before.mtimeMs, 0);
    });
  });

  test('is not replaced in a folder that is write-protected', () => {
    withOut((out, folder) => {
      replace(out, 'first');
      const access = fs.accessSync;
      jest.spyOn(fs, 'accessSync').mockImplementation((name, mode) => {
        // Whoever runs the tests may be allowed everything.
        if (String(name).endsWith('stacks/b')) throw Object.assign(new Error('denied'), { code: 'EACCES' });
        access(name, mode);
      });
      expect(() => replace(out, 'next')).toThrow('denied');
      expect(contentOf(out)).toEqual(wholeOutput('first'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('may vanish while it is carried over', () => {
    withOut((out) => {
      replace(out, 'first');
      writeFileSync(path.join(out, 'temporary'), '');
      const link = fs.linkSync;
      jest.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
        rmSync(from);
        link(from, to);
      });
      replace(out, 'next');
      expect(contentOf(out)).toEqual(wholeOutput('next'));
    });
  });

  test.each<[string, string, (out: string) => void]>([
    ['a file where a folder is to be', 'ENOTDIR', (out) => writeFileSync(path.join(out, 'stacks'), 'mine')],
    [
      'a folder where a file is to be',
      'EISDIR',
      (out) => mkdirSync(path.join(out, 'stacks/a/cdk.tf.json'), { recursive: true }),
    ],
    [
      'a link where a folder is to be',
      "its 'stacks' is a link, and gatewright makes a folder there",
      (out) => symlinkSync('elsewhere', path.join(out, 'stacks')),
    ],
  ])('is not replaced: %s', (_, message, prepare) => {
    withOut((out, folder) => {
      mkdirSync(out);
      prepare(out);
      const before = readdirSync(folder, { recursive: true });
      expect(() => replace(out, 'next')).toThrow(message);
      expect(readdirSync(folder, { recursive: true })).toEqual(before);
    });
  });
});
