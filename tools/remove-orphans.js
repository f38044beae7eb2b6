/**
 * Takes away what an earlier build left behind: compiled files whose source was moved or deleted since. They would load, and would
 * be packed. What has a source is never touched, so others may read the folder, or build it, meanwhile.
 * Usage, after a build: node tools/remove-orphans.js CONFIG [FILE]..., where CONFIG is the tsconfig of the build, and FILEs of its
 * output are made by something else.
 */
const fs = require('node:fs');
const path = require('node:path');

/** How a source's name ends, by how the name of what it makes ends. */
const SOURCES = { '.d.ts': '.ts', '.js': '.ts', '.json': '.json' };

/**
 * Removes every file of a build's output that no source makes, and the folders that are then empty.
 *
 * @param {string} config path of a tsconfig that is JSON without comments, with outDir, rootDir '.' and include
 * @param {string[]} made files that something else makes, from the output folder, with forward slashes
 * @returns {string[]} the removed files, from the output folder, with forward slashes, sorted
 */
function removeOrphans(config, made = []) {
  const root = path.dirname(path.resolve(config));
  const { compilerOptions, include } = JSON.parse(fs.readFileSync(config, 'utf8'));
  if (!compilerOptions?.outDir || compilerOptions.rootDir !== '.' || !Array.isArray(include))
    throw new Error(`${config} needs outDir, rootDir '.' and include`);
  const buildInfo = path.basename(config).replace(/\.json$/, '.tsbuildinfo');
  const isMade = (file) => {
    const source = sourceOf(file);
    const isSource = source && include.some((entry) => covers(entry, source)) && fs.existsSync(path.join(root, source));
    return file === buildInfo || made.includes(file) || isSource;
  };
  return [...removed(path.join(root, compilerOptions.outDir), '', isMade)].sort();
}

/** The source of a compiled file; undefined where the compiler makes no such files. */
function sourceOf(file) {
  const ending = Object.keys(SOURCES).find((each) => file.endsWith(each));
  return ending && file.slice(0, -ending.length) + SOURCES[ending];
}

/** Whether an entry of include takes a file in: it names the file, a folder of TypeScript, or files of a folder by their ending. */
function covers(entry, file) {
  const [folder, ending = '.ts'] = entry.split('/*');
  return file === entry || (file.startsWith(`${folder}/`) && file.endsWith(ending));
}

/** Walks a folder of the output, removes what is not made, and names it. */
function* removed(folder, prefix, isMade) {
  for (const entry of unlessGone(() => fs.readdirSync(folder, { withFileTypes: true })) ?? []) {
    const inside = path.join(folder, entry.name);
    const name = prefix + entry.name;
    if (entry.isDirectory()) {
      yield* removed(inside, `${name}/`, isMade);
    } else if (!isMade(name)) {
      fs.rmSync(inside, { force: true });
      yield name;
    }
  }
  if (prefix !== '') unlessGone(() => fs.rmdirSync(folder));
}

/** What a step gives; undefined where another build was faster, or where a folder is still in use. */
function unlessGone(step) {
  try {
    return step();
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    return undefined;
  }
}

module.exports = { removeOrphans };

if (require.main === module) {
  const [config, ...made] = process.argv.slice(2);
  if (config === undefined) throw new Error('usage: node tools/remove-orphans.js CONFIG [FILE]...');
  const gone = removeOrphans(config, made);
  if (gone.length > 0)
    process.stdout.write(`removed ${gone.length} files that no source makes any more: ${gone.join(', ')}\n`);
}
