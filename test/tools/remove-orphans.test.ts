import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder } from '../support/synthesis';

const root = path.join(__dirname, '../..');
const {
  removeOrphans,
}: {
  removeOrphans(config: string, generated?: readonly string[]): readonly string[];
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

describe('removeOrphans', () => {
  test.each<[string, readonly string[]]>([
    ['a file without a source, with its types', ['dist/model/gone.js', 'dist/model/gone.d.ts']],
    ['a file of a deleted folder', ['dist/old/deep/gone.js']],
    ['a file of a folder that is no longer built', ['tools/a.ts', 'dist/tools/a.js']],
    ['deleted data', ['dist/model/data/gone.json']],
    ['data next to the sources that is not an input of the build', ['model/extra.json', 'dist/model/extra.json']],
    ['a file with the name of a source folder', ['dist/model.js']],
    ['files that the compiler does not write', ['dist/notes.txt', 'dist/other.tsbuildinfo', 'dist/model/a.js.map']],
  ])('removes %s', (_, files) => {
    inFolder((folder) => {
      const expected = ['main.d.ts', 'main.js', 'model/a.d.ts', 'model/a.js', 'model/data/b.json', 'build.tsbuildinfo'];
      write(folder, [
        'main.ts',
        'model/a.ts',
        'model/data/b.json',
        ...expected.map((file) => `dist/${file}`),
        ...files,
      ]);
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify(CONFIG));
      const orphans = files.filter((file) => file.startsWith('dist/')).map((file) => file.slice('dist/'.length));
      expect(removeOrphans(path.join(folder, 'build.json'))).toEqual([...orphans].sort());
      expect(filesIn(path.join(folder, 'dist'))).toEqual([...expected].sort());
      expect(removeOrphans(path.join(folder, 'build.json'))).toEqual([]);
    });
  });

  test('leaves no empty folders and touches nothing outside the output', () => {
    inFolder((folder) => {
      write(folder, ['model/a.ts', 'dist/model/a.js', 'dist/model/deep/er/gone.js', 'elsewhere/kept.js']);
      symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'dist/link'));
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify(CONFIG));
      expect(removeOrphans(path.join(folder, 'build.json'))).toEqual(['link', 'model/deep/er/gone.js']);
      expect(readdirSync(path.join(folder, 'dist/model'))).toEqual(['a.js']);
      expect(existsSync(path.join(folder, 'elsewhere/kept.js'))).toBe(true);
    });
  });

  test('keeps the output of other tools', () => {
    inFolder((folder) => {
      write(folder, ['dist/model/generated.js', 'dist/model/gone.js']);
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify(CONFIG));
      expect(removeOrphans(path.join(folder, 'build.json'), ['model/generated.js'])).toEqual(['model/gone.js']);
      expect(filesIn(path.join(folder, 'dist'))).toEqual(['model/generated.js']);
    });
  });

  test('removes nothing before the first build', () => {
    inFolder((folder) => {
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify(CONFIG));
      expect(removeOrphans(path.join(folder, 'build.json'))).toEqual([]);
    });
  });

  test('rejects a configuration without include, and removes nothing', () => {
    inFolder((folder) => {
      write(folder, ['dist/a.js']);
      writeFileSync(path.join(folder, 'build.json'), JSON.stringify({ ...CONFIG, include: undefined }));
      expect(() => removeOrphans(path.join(folder, 'build.json'))).toThrow("needs outDir, rootDir '.' and include");
      expect(filesIn(path.join(folder, 'dist'))).toEqual(['a.js']);
    });
  });
});

test('a build after a pull contains the new sources and data, and no old files', () => {
  inFolder((folder) => {
    const settings = JSON.parse(readFileSync(path.join(root, 'tsconfig.build.json'), 'utf8'));
    // Building only the model is enough.
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

test.each(['package.json', 'provider-kong/package.json'])('the build of %s removes orphans', (file) => {
  const { build } = JSON.parse(readFileSync(path.join(root, file), 'utf8')).scripts;
  expect(build).toMatch(/tsc --build (\S+) && node (\.\.\/)?tools\/remove-orphans\.js \1 /);
});
