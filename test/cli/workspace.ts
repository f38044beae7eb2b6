import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Io } from '../../cli/io';
import { run } from '../../cli/run';
import { catalogFiles } from '../../core/edit/templates/catalog';
import { runProcess } from '../support/processes';

export const ROOT = path.join(__dirname, '../..');

/** Today, for commands that run inside the test. */
export const TODAY = '2026-11-02';

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** A temporary folder for one test, outside the repository. */
export class Workspace {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'gatewright-'));

  path(name: string): string {
    return path.join(this.folder, name);
  }

  write(name: string, text: string | Uint8Array): void {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Creates `catalog/` as `gatewright init` does, or from a folder of the repository. */
  start(from: string): void {
    if (from === 'programme') for (const file of catalogFiles('programme')) this.write(file.path, file.text);
    else cpSync(path.join(ROOT, from), this.path('catalog'), { recursive: true });
  }

  edit(name: string, old: string, fresh: string): void {
    const text = this.read(name);
    if (text.split(old).length !== 2) throw new Error(`${name} must contain '${old}' exactly once`);
    this.write(
      name,
      text.replace(old, () => fresh),
    );
  }

  remove(name: string): void {
    rmSync(this.path(name), { recursive: true });
  }

  link(name: string, target: string): void {
    symlinkSync(target, this.path(name));
  }

  /** Every file below a folder, sorted. */
  files(name: string): readonly string[] {
    if (!existsSync(this.path(name))) return [];
    return readdirSync(this.path(name), { recursive: true, encoding: 'utf8' })
      .filter((file) => !statSync(path.join(this.path(name), file)).isDirectory())
      .sort();
  }

  /** Contents of every file below a folder. */
  contents(name: string): ReadonlyMap<string, string> {
    return new Map(this.files(name).map((file) => [file, this.read(path.join(name, file))]));
  }

  /** Runs a command in this process. */
  async run(args: readonly string[], changes: Partial<Io> = {}): Promise<Ended> {
    let stdout = '';
    let stderr = '';
    let time = 0;
    const io: Io = {
      cwd: this.folder,
      env: {},
      today: () => TODAY,
      out: (text) => {
        stdout += text;
      },
      err: (text) => {
        stderr += text;
      },
      outIsTerminal: false,
      errIsTerminal: false,
      clock: () => time++,
      ...changes,
    };
    const status = await run(args, io);
    return { stdout, stderr, status };
  }

  /** Runs the built program as a process. */
  spawn(args: readonly string[], env: NodeJS.ProcessEnv = {}): Ended {
    return this.#node([builtCli(), ...args], env);
  }

  /** Runs the built app of cdktf.json as a process. */
  app(env: NodeJS.ProcessEnv = {}): Ended {
    return this.#node([path.join(path.dirname(builtCli()), '../main.js')], env);
  }

  #node(args: readonly string[], env: NodeJS.ProcessEnv): Ended {
    const { PATH, HOME } = process.env;
    const { stdout, stderr, status } = runProcess(process.execPath, args, {
      cwd: this.folder,
      env: { PATH, HOME, ...env },
    });
    return { stdout, stderr, status };
  }

  /** Runs the built program in a shell line: `check | head -1`. */
  shell(line: string): Ended {
    const script = `"${process.execPath}" "${builtCli()}" ${line}`;
    const { stdout, stderr, status } = runProcess('sh', ['-c', script], { cwd: this.folder });
    return { stdout, stderr, status };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

let verifiedCli: string | undefined;

/** The path of the built program. Throws if it is older than its sources. */
export function builtCli(): string {
  verifiedCli ??= upToDateCli();
  return verifiedCli;
}

function upToDateCli(): string {
  const cli = path.join(ROOT, 'dist/cli/gatewright.js');
  if (!existsSync(cli)) throw new Error("dist/ does not exist: run 'npm run build'");
  const compiler = require.resolve('typescript/package.json');
  const tsc = path.join(path.dirname(compiler), JSON.parse(readFileSync(compiler, 'utf8')).bin.tsc);
  const args = [tsc, '--build', '--dry', 'tsconfig.build.json'];
  const state = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (!state.includes('is up to date')) throw new Error("dist/ is older than the sources: run 'npm run build'");
  return cli;
}

/** The arguments of a command line; single quotes keep spaces. */
export function argumentsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}
