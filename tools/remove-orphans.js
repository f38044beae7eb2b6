/**
 * Removes leftovers of earlier builds: compiled files whose source was moved or deleted. They could be loaded, and would be packed.
 * Files with a source are never touched, so other processes may read the folder, or build it, at the same time.
 * Usage, after a build: node tools/remove-orphans.js CONFIG [FILE]..., where CONFIG is the tsconfig of the build, and something
 * else creates the FILEs of its output.
 */
const fs = require('node:fs');
const path = require('node:path');

/** The extension of a source, by the extension of its compiled file. */
const SOURCES = { '.d.ts': '.ts', '.js': '.ts', '.json': '.json' };

/**
 * Removes every file of a build's output that has no source, and the folders that are then empty.
 *
 * @param {string} config path of a tsconfig that is JSON without comments, with outDir, rootDir '.' and include
 * @param {string[]} made files that something else creates, relative to the output folder, with forward slashes
 * @returns {string[]} the removed files, relative to the output folder, with forward slashes, sorted
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

/** The source of a compiled file; undefined if the compiler creates no such files. */
function sourceOf(file) {
  const ending = Object.keys(SOURCES).find((each) => file.endsWith(each));
  return ending && file.slice(0, -ending.length) + SOURCES[ending];
}

/** Whether an entry of `include` matches a file: it names the file, a folder, or files of a folder by their extension. */
function covers(entry, file) {
  const [folder, ending = '.ts'] = entry.split('/*');
  return file === entry || (file.startsWith(`${folder}/`) && file.endsWith(ending));
}

/** Removes the files of an output folder that have no source, and returns their names. */
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

/** The result of a step; undefined if another build was faster, or if a folder is still in use. */
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
    process.stdout.write(`removed ${gone.length} compiled files that have no source: ${gone.join(', ')}\n`);
}
