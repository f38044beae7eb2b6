import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate } from './generate';
import { packageRoot } from './package-root';
import { readSchema, readUsed } from './used';

const generated = join(packageRoot, 'generated');
const lib = join(packageRoot, 'lib');
const digestFile = join(generated, 'inputs.sha256');

/** Makes `lib` from `schema.json`, unless it is made from exactly these inputs already. */
async function build(): Promise<void> {
  const digest = inputsDigest();
  if (existsSync(join(lib, 'index.js')) && existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest)
    return;
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated);
  await generate(readSchema(packageRoot), readUsed(packageRoot), join(generated, 'source'));
  const fresh = compile();
  // Others may be reading: the old bindings stand until the new ones are complete.
  const old = join(generated, 'old');
  if (existsSync(lib)) renameSync(lib, old);
  renameSync(fresh, lib);
  rmSync(old, { recursive: true, force: true });
  writeFileSync(digestFile, digest);
}

/** Compiles the bindings with TypeScript and puts the lazy index in the place of the eager one. Returns their folder. */
function compile(): string {
  const fresh = join(generated, 'lib');
  const compiler = require.resolve('typescript/package.json');
  const tsc = join(dirname(compiler), JSON.parse(readFileSync(compiler, 'utf8')).bin.tsc);
  execFileSync(process.execPath, [tsc, '-p', join(packageRoot, 'tsconfig.generated.json')], { stdio: 'inherit' });
  renameSync(join(fresh, 'lazy-index.js'), join(fresh, 'index.js'));
  rmSync(join(fresh, 'lazy-index.d.ts'));
  return fresh;
}

/** Digest of everything that the bindings depend on: facts, generator and compiler. */
function inputsDigest(): string {
  const own = ['schema.json', 'resources.json', 'tsconfig.generated.json', 'tools/generate.ts', 'tools/build.ts'];
  const packages = ['@cdktn/provider-generator', 'typescript'].map((name) => require.resolve(`${name}/package.json`));
  const hash = createHash('sha256');
  for (const path of [...own.map((file) => join(packageRoot, file)), ...packages])
    hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

build().catch((error: Error) => {
  process.stderr.write(`cannot make the bindings of @cdktf/provider-kong: ${error.message}\n`);
  process.exitCode = 1;
});
