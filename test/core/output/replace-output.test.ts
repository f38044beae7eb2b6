import fs, { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withPrivateFolder } from '../../../core/output/private-folder';
import { replaceOutput } from '../../../core/output/replace-output';
import { inFolder } from '../../support/synthesis';

/** The files of one run; each identifies the run. */
const filesOf = (mark: string) => [
  { path: 'stacks/a/cdk.tf.json', text: mark },
  { path: 'stacks/b/cdk.tf.json', text: mark },
  { path: 'manifest.json', text: JSON.stringify({ version: mark, stacks: {} }) },
];

/** Replaces an output with that of another run. */
function replace(out: string, mark: string, before: (version: string | undefined) => void = () => undefined): void {
  withPrivateFolder({ folder: out, stateFolder: path.join(out, '../state') }, (run) =>
    replaceOutput(out, run, (previous) => {
      before(previous?.version);
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

const completeOutput = (mark: string) => Object.fromEntries(filesOf(mark).map(({ path: name, text }) => [name, text]));

const withOut = (use: (out: string, folder: string) => void) =>
  inFolder((folder) => use(path.join(folder, 'cdktf.out'), folder));

/** Calls `act` once, before the first rename that `matches`. */
function beforeRename(matches: (from: string, to: string) => boolean, act: () => void): void {
  const rename = fs.renameSync;
  let isDone = false;
  jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    if (!isDone && matches(String(from), String(to))) {
      isDone = true;
      act();
    }
    rename(from, to);
  });
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('two concurrent runs', () => {
  test('leave the output of the later one, which is based on the output of the earlier one', () => {
    withOut((out, folder) => {
      replace(out, 'first');
      const versions: (string | undefined)[] = [];
      replace(out, 'later', (version) => {
        versions.push(version);
        if (versions.length === 1) replace(out, 'earlier');
      });
      expect(versions).toEqual(['first', 'earlier']);
      expect(contentOf(folder)).toEqual(
        Object.fromEntries(Object.entries(completeOutput('later')).map(([name, text]) => [`cdktf.out/${name}`, text])),
      );
    });
  });

  test('leave the output of the later one even if there was no output', () => {
    withOut((out, folder) => {
      const versions: (string | undefined)[] = [];
      replace(out, 'later', (version) => {
        versions.push(version);
        if (versions.length === 1) replace(out, 'earlier');
      });
      expect(versions).toEqual([undefined, 'earlier']);
      expect(contentOf(out)).toEqual(completeOutput('later'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test.each([
    ['before the previous output is set aside', (_: string, to: string) => to.endsWith('-aside')],
    ['while the previous output is set aside', (from: string) => from.endsWith('/next')],
  ])('do not lose anything if the other one puts its output in place %s', (_, matches) => {
    withOut((out, folder) => {
      replace(out, 'first');
      beforeRename(matches, () => replace(out, 'between'));
      replace(out, 'last');
      expect(contentOf(out)).toEqual(completeOutput('last'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('find the output even while one has set it aside', () => {
    withOut((out) => {
      replace(out, 'first');
      const versions: (string | undefined)[] = [];
      beforeRename(
        (from) => from.endsWith('/next'),
        () => replace(out, 'reader', (version) => versions.push(version)),
      );
      replace(out, 'last');
      expect(versions).toEqual(['first']);
    });
  });
});

test('a file that remains missing is an error, even after other runs have replaced the output many times', () => {
  withOut((out) => {
    replace(out, 'first');
    let calls = 0;
    const make = () => {
      calls += 1;
      if (calls > 20) throw new Error('it never gives up');
      if (calls > 10) throw Object.assign(new Error('still missing'), { code: 'ENOENT' });
      replace(out, `other ${calls}`);
    };
    expect(() => replace(out, 'last', make)).toThrow('still missing');
    expect(contentOf(out)).toEqual(completeOutput('other 10'));
  });
});

describe('a failing rename', () => {
  test.each([
    ['of the previous output', (_: string, to: string) => to.endsWith('-aside')],
    ['of the next output', (from: string) => from.endsWith('/next')],
  ])('%s leaves the previous output in place and removes everything else', (_, matches) => {
    withOut((out, folder) => {
      replace(out, 'first');
      beforeRename(matches, () => {
        throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      });
      expect(() => replace(out, 'last')).toThrow('busy');
      expect(contentOf(out)).toEqual(completeOutput('first'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('that also prevents restoring the previous output leaves that to the next run', () => {
    withOut((out, folder) => {
      replace(out, 'first');
      const rename = fs.renameSync;
      jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
        if (to === out) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
        rename(from, to);
      });
      expect(() => replace(out, 'last')).toThrow('busy');
      jest.restoreAllMocks();
      const versions: (string | undefined)[] = [];
      replace(out, 'next', (version) => versions.push(version));
      expect(versions).toEqual(['first']);
      expect(contentOf(out)).toEqual(completeOutput('next'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });
});

describe('other files in the output folder', () => {
  test('are kept in the next output, with empty folders, links, permissions and times', () => {
    withOut((out) => {
      replace(out, 'first');
      const kept = path.join(out, 'stacks/a/.terraform');
      mkdirSync(path.join(kept, 'empty'), { recursive: true, mode: 0o750 });
      writeFileSync(path.join(kept, 'provider'), 'binary', { mode: 0o755 });
      symlinkSync('provider', path.join(kept, 'link'));
      const before = statSync(path.join(kept, 'provider'));
      replace(out, 'next');
      expect(contentOf(kept)).toEqual({ provider: 'binary', link: 'binary' });
      expect(fs.readlinkSync(path.join(kept, 'link'))).toBe('provider');
      expect(statSync(path.join(kept, 'empty')).isDirectory()).toBe(true);
      expect(statSync(kept).mode & 0o777).toBe(0o750);
      const after = statSync(path.join(kept, 'provider'));
      expect([after.mode, after.mtimeMs, after.nlink]).toEqual([before.mode, before.mtimeMs, 1]);
    });
  });

  test('are copied if the file system does not support links', () => {
    withOut((out) => {
      replace(out, 'first');
      writeFileSync(path.join(out, 'note.txt'), 'mine', { mode: 0o600 });
      const before = statSync(path.join(out, 'note.txt'));
      jest.spyOn(fs, 'linkSync').mockImplementation(() => {
        throw Object.assign(new Error('no links'), { code: 'EPERM' });
      });
      replace(out, 'next');
      expect(contentOf(out)).toEqual({ ...completeOutput('next'), 'note.txt': 'mine' });
      const after = statSync(path.join(out, 'note.txt'));
      expect(after.mode).toBe(before.mode);
      expect(after.mtimeMs).toBeCloseTo(before.mtimeMs, 0);
    });
  });

  test('prevent a replacement if their folder is write-protected', () => {
    withOut((out, folder) => {
      replace(out, 'first');
      const access = fs.accessSync;
      jest.spyOn(fs, 'accessSync').mockImplementation((name, mode) => {
        // Mocked, because the tests may run as root.
        if (String(name).endsWith('stacks/b')) throw Object.assign(new Error('denied'), { code: 'EACCES' });
        access(name, mode);
      });
      expect(() => replace(out, 'next')).toThrow('denied');
      expect(contentOf(out)).toEqual(completeOutput('first'));
      expect(readdirSync(folder)).toEqual(['cdktf.out']);
    });
  });

  test('may disappear while they are copied', () => {
    withOut((out) => {
      replace(out, 'first');
      writeFileSync(path.join(out, 'temporary'), '');
      const link = fs.linkSync;
      jest.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
        rmSync(from);
        link(from, to);
      });
      replace(out, 'next');
      expect(contentOf(out)).toEqual(completeOutput('next'));
    });
  });

  test.each<[string, string, (out: string) => void]>([
    ['a file in place of a folder', 'ENOTDIR', (out) => writeFileSync(path.join(out, 'stacks'), 'mine')],
    [
      'a folder in place of a file',
      'EISDIR',
      (out) => mkdirSync(path.join(out, 'stacks/a/cdk.tf.json'), { recursive: true }),
    ],
    [
      'a link in place of a folder',
      "its 'stacks' is a link, but gatewright needs a folder there",
      (out) => symlinkSync('elsewhere', path.join(out, 'stacks')),
    ],
  ])('prevent a replacement: %s', (_, message, prepare) => {
    withOut((out, folder) => {
      mkdirSync(out);
      prepare(out);
      const before = readdirSync(folder, { recursive: true });
      expect(() => replace(out, 'next')).toThrow(message);
      expect(readdirSync(folder, { recursive: true })).toEqual(before);
    });
  });
});
