import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProcess } from '../support/processes';

const ROOT = path.join(__dirname, '../..');

/** What a command did. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Settings of npm that stand for the machine; those of the project that runs the tests stay behind. */
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

/** Runs a shell line that has to succeed; gives what it printed. */
export function must(folder: string, line: string, env: NodeJS.ProcessEnv = {}): string {
  const { stdout, stderr, status } = shell(folder, line, env);
  if (status !== 0) throw new Error(`'${line}' ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Compiled files without a source, as a build before the last pull left them in the clone. */
export const LEFT_BEHIND = ['dist/model/moved.js', 'dist/moved/index.d.ts', 'provider-kong/dist/facts/moved.js'];

/** A clone, and two repositories of operators that have the product from its tarball; far from this repository. */
export interface Elsewhere {
  readonly folder: string;
  readonly clone: string;
  /** The repository that `init` wrote from the clone, after the lines that it printed. */
  readonly begun: string;
  /** What those lines printed. */
  readonly begunLines: { readonly lines: readonly string[]; readonly printed: string };
  /** The repository that the `init` of that installation wrote. */
  readonly programme: string;
  /** What the README's first line printed in the clone. */
  readonly firstLine: string;
}

/**
 * Clones, with another catalog in place of the sample and some of an older build, runs the README's first line, begins a
 * repository as `init` says, which packs the one tarball of all these tests and installs it, and with that installation begins
 * another. Where npm cannot reach the registry, the answer is the reason. The caller removes the folder.
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
  // The sample is for operators to edit, which must not fail a test.
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
    throw new Error(`'${firstLine}' ended with ${first.status}\n${first.stdout}\n${first.stderr}`);
  }
  const output = must(at('clone'), 'npx --no-install gatewright init ../begun');
  const [, next = ''] = /^next: ([\s\S]*)/m.exec(output) ?? [];
  // What is packed is built already.
  const printed = must(at('clone'), `set -e\n${next}`, { npm_config_ignore_scripts: 'true' });
  must(at('begun'), 'npx --no-install gatewright init ../programme');
  must(at('programme'), 'npm install');
  return {
    folder,
    clone: at('clone'),
    begun: at('begun'),
    begunLines: { lines: next.trim().split('\n'), printed },
    programme: at('programme'),
    firstLine: first.stdout,
  };
}

/** What a clone of this working copy would have: files that Git knows or would take. */
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
