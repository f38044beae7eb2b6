import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProcess } from '../support/processes';

const ROOT = path.join(__dirname, '../..');

/** The result of a command. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** npm settings of the machine, which are kept; those of the project that runs the tests are not. */
const KEPT = /^npm_config_(registry|userconfig|globalconfig|cache|.*proxy|cafile|strict_ssl|.*_authtoken)$/i;
const ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|init_cwd)/i.test(name) || KEPT.test(name)),
);

/** Runs a shell line as a user would, in a folder. */
export function shell(folder: string, line: string, env: NodeJS.ProcessEnv = {}): Ended {
  const settings = {
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_fetch_retries: '1',
  };
  const { stdout, stderr, status } = runProcess('sh', ['-c', line], {
    cwd: folder,
    env: { ...ENV, ...settings, ...env },
  });
  return { stdout, stderr, status };
}

/** Runs a shell line that must succeed; returns its standard output. */
export function must(folder: string, line: string, env: NodeJS.ProcessEnv = {}): string {
  const { stdout, stderr, status } = shell(folder, line, env);
  if (status !== 0) throw new Error(`'${line}' exited with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Compiled files without a source, as left in the clone by a build before the last pull. */
export const LEFT_BEHIND = ['dist/model/moved.js', 'dist/moved/index.d.ts', 'provider-kong/dist/facts/moved.js'];

/** A clone, and two repositories of operators that installed the product from its tarball, all outside this repository. */
export interface Elsewhere {
  readonly folder: string;
  readonly clone: string;
  /** The repository that `init` created from the clone, after running the lines that it printed. */
  readonly created: string;
  /** The lines, and their output. */
  readonly initLines: { readonly lines: readonly string[]; readonly printed: string };
  /** The repository that `init` of that installation created. */
  readonly programme: string;
  /** The output of the README's first line in the clone. */
  readonly firstLine: string;
}

/**
 * Creates a clone with a test catalog and leftovers of an older build, and runs the README's first line in it. Then creates a
 * repository with `init` and runs the lines that it prints, which pack and install the tarball, and creates another repository with
 * that installation. Returns the reason if npm cannot reach the registry. The caller removes the folder.
 */
export function elsewhere(firstLine: string): Elsewhere | string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'gatewright-packaging-')));
  let place: Elsewhere | string | undefined;
  try {
    place = prepare(folder, firstLine);
    return place;
  } finally {
    if (typeof place !== 'object') rmSync(folder, { recursive: true, force: true });
  }
}

function prepare(folder: string, firstLine: string): Elsewhere | string {
  const at = (name: string) => path.join(folder, name);
  copySources(at('clone'));
  // Operators edit the sample, which must not fail a test.
  rmSync(at('clone/catalog'), { recursive: true, force: true });
  cpSync(path.join(ROOT, 'test/fixtures/programme'), at('clone/catalog'), { recursive: true });
  for (const file of LEFT_BEHIND) {
    mkdirSync(path.dirname(at(`clone/${file}`)), { recursive: true });
    writeFileSync(at(`clone/${file}`), '');
  }
  const first = shell(at('clone'), firstLine);
  if (first.status !== 0) {
    const offline = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|E[45]\d\d)\b/.exec(
      first.stderr,
    );
    if (offline) return `npm cannot install: ${offline[0]}`;
    throw new Error(`'${firstLine}' exited with ${first.status}\n${first.stdout}\n${first.stderr}`);
  }
  const output = must(at('clone'), 'npx --no-install gatewright init ../created');
  const [, next = ''] = /^next: ([\s\S]*)/m.exec(output) ?? [];
  // The package is already built.
  const printed = must(at('clone'), `set -e\n${next}`, { npm_config_ignore_scripts: 'true' });
  must(at('created'), 'npx --no-install gatewright init ../programme');
  must(at('programme'), 'npm install');
  return {
    folder,
    clone: at('clone'),
    created: at('created'),
    initLines: { lines: next.trim().split('\n'), printed },
    programme: at('programme'),
    firstLine: first.stdout,
  };
}

/** Copies the files that a clone of this working copy would have: those that Git tracks or would add. */
function copySources(target: string): void {
  mkdirSync(target);
  if (!existsSync(path.join(ROOT, '.git'))) {
    const left = new Set(['node_modules', 'dist', 'cdktf.out', '.gatewright', 'lib', 'generated']);
    cpSync(ROOT, target, { recursive: true, filter: (file) => !left.has(path.basename(file)) });
    return;
  }
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of list.split('\0'))
    if (file !== '' && existsSync(path.join(ROOT, file))) cpSync(path.join(ROOT, file), path.join(target, file));
}
