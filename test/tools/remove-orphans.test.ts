import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder } from '../support/synthesis';

const root = path.join(__dirname, '../..');
const {
  removeOrphans,
}: {
  removeOrphans(config: string, made?: readonly string[]): readonly string[];
} = require('../../tools/remove-orphans');

/** Writes files by path; a path that ends in `/` is a folder. */
function write(folder: string, files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(path.join(folder, path.dirname(`${file}.`)), { recursive: true });
    if (!file.endsWith('/')) writeFileSync(path.join(folder, file), '');
  }
}

const CONFIG = {
  compilerOptions: { outDir: 'dist', rootDir: '.' },
  include: ['main.ts', 'model', 'model/data/*.json'],
};

/** Files below a folder, sorted. */
function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return entries
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

describe('what an earlier build left behind', () => {
  test.each<[string, readonly string[]]>([
    ['a file whose source is gone, with its types', ['dist/model/gone.js', 'dist/model/gone.d.ts']],
    ['a file of a folder that is gone', ['dist/old/deep/gone.js']],
    ['a file whose folder is built no more', ['tools/a.ts', 'dist/tools/a.js']],
    ['data that is gone', ['dist/model/data/gone.json']],
    ['data beside the sources that is no input of the build', ['model/extra.json', 'dist/model/extra.json']],
    ['a file that has the name of a folder of sources', ['dist/model.js']],
    ['what no compiler made', ['dist/notes.txt', 'dist/other.tsbuildinfo', 'dist/model/a.js.map']],
  ])('is removed: %s', (_, files) => {
    inFolder((folder) => {
      const made = ['main.d.ts', 'main.js', 'model/a.d.ts', 'model/a.js', 'model/data/b.json', 'build.tsbuildinfo'];
      write(folder, ['main.ts', 'model/a.ts', 'model/data/b.json', ...made.map((file) => `dist/${file}`), ...files]);
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify(CONFIG));
      const orphans = files.filter((file) => file.startsWith('dist/')).map((file) => file.slice('dist/'.length));
      expect(removeOrphans(path.join(folder, 'build.json'))).toEqual([...orphans].sort());
      expect(filesIn(path.join(folder, 'dist'))).toEqual([...made].sort());
      expect(removeOrphans(path.join(folder, 'build.json'))).toEqual([]);
    });
  });

  test('leaves no empty folder, and nothing outside the output is touched', () => {
    inFolder((folder) => {
      write(folder, ['model/a.ts', 'dist/model/a.js', 'dist/model/deep/er/gone.js', 'elsewhere/kept.js']);
      symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'dist/link'));
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify(CONFIG));
      expect(removeOrphans(path.join(folder, 'build.json'))).toEqual(['link', 'model/deep/er/gone.js']);
      expect(readdirSync(path.join(folder, 'dist/model'))).toEqual(['a.js']);
      expect(existsSync(path.join(folder, 'elsewhere/kept.js'))).toBe(true);
    });
  });

  test('is not what something else than the compiler makes', () => {
    inFolder((folder) => {
      write(folder, ['dist/model/made.js', 'dist/model/gone.js']);
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify(CONFIG));
      expect(removeOrphans(path.join(folder, 'build.json'), ['model/made.js'])).toEqual(['model/gone.js']);
      expect(filesIn(path.join(folder, 'dist'))).toEqual(['model/made.js']);
    });
  });

  test('is nothing before the first build', () => {
    inFolder((folder) => {
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify(CONFIG));
      expect(removeOrphans(path.join(folder, 'build.json'))).toEqual([]);
    });
  });

  test('is not guessed at where the settings do not say what is built', () => {
    inFolder((folder) => {
      write(folder, ['dist/a.js']);
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify({ ...CONFIG, include: undefined }));
      expect(() => removeOrphans(path.join(folder, 'build.json'))).toThrow("needs outDir, rootDir '.' and include");
      expect(filesIn(path.join(folder, 'dist'))).toEqual(['a.js']);
    });
  });
});

test('a build after a pull has the new sources and data, and nothing of the old', () => {
  inFolder((folder) => {
    const settings = JSON.parse(readFileSync(path.join(root, 'tsconfig.build.json'), 'utf8'));
    // The model alone is enough to see it.
    settings.include = settings.include.filter((entry: string) => entry.split('/')[0] === 'core');
    cpSync(path.join(root, 'core/model'), path.join(folder, 'core/model'), { recursive: true });
    cpSync(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
    writeFileSync(path.join(folder, 'tsconfig.build.json'), JSON.stringify(settings));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const build = () => {
      execFileSync(process.execPath, [compiler, '--build', 'tsconfig.build.json'], { cwd: folder });
      return removeOrphans(path.join(folder, 'tsconfig.build.json'));
    };
    expect(build()).toEqual([]);
    const before = filesIn(path.join(folder, 'dist'));
    expect(before).toEqual(expect.arrayContaining(['core/model/index.js', 'core/model/schemas/tier.schema.json']));

    const schema = path.join(folder, 'core/model/schemas/tier.schema.json');
    writeFileSync(schema, readFileSync(schema, 'utf8').replace('"description": "', '"description": "New: '));
    write(folder, ['dist/core/model/moved.js', 'dist/core/model/moved.d.ts']);
    expect(build()).toEqual(['core/model/moved.d.ts', 'core/model/moved.js']);
    expect(filesIn(path.join(folder, 'dist'))).toEqual(before);
    expect(readFileSync(path.join(folder, 'dist/core/model/schemas/tier.schema.json'), 'utf8')).toContain('"New: ');
  });
});

test.each(['package.json', 'provider-kong/package.json'])('the build of %s ends with it', (file) => {
  const { build } = JSON.parse(readFileSync(path.join(root, file), 'utf8')).scripts;
  expect(build).toMatch(/tsc --build (\S+) && node (\.\.\/)?tools\/remove-orphans\.js \1 /);
});
