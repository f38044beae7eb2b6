import { renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { schemaChanges } from './changes';
import { format } from './format';
import { packageRoot } from './package-root';
import { lockedVersion, readInput } from './read-input';
import { renderChanges } from './render-changes';
import { trim } from './trim';
import { UnusableSchema } from './unusable-schema';
import { FILES, readSchema, readUsed } from './used';

const USAGE = `usage: npm run refresh -w provider-kong -- FILE [--provider-version X.Y.Z]
  FILE is what 'terraform providers schema -json' wrote; the version is read from the .terraform.lock.hcl beside it
`;

/** What a run of the command prints, and its exit status: 0 written, 1 bad input, 2 wrong use. */
export interface RefreshResult {
  readonly status: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Rewrites `schema.json` and the version in `resources.json` from a newer provider's schema, and says what changed.
 * Writes both or nothing.
 *
 * @param args command line
 * @param from folder that a relative FILE starts from
 * @param folder package folder to rewrite
 */
export function refresh(args: readonly string[], from: string, folder: string): RefreshResult {
  const command = parse(args);
  if (typeof command === 'string') return { status: 2, stdout: '', stderr: `${command}\n${USAGE}` };
  const path = resolve(from, command.file);
  try {
    return rewrite(path, command.version, folder);
  } catch (error) {
    if (!(error instanceof UnusableSchema)) throw error;
    return { status: 1, stdout: '', stderr: `${error.message}\nnothing was written\n` };
  }
}

function rewrite(path: string, version: string | undefined, folder: string): RefreshResult {
  const used = readUsed(folder);
  const { document, missing } = trim(readInput(path), used);
  const now = version ?? lockedVersion(path, used.source);
  const changes = renderChanges(schemaChanges(readSchema(folder), document));
  const title = `${used.source} ${used.version} → ${now ?? used.version}\n`;
  if (missing.length > 0) {
    const hint = `this provider has no ${missing.join(', ')}; remove what is no longer used from ${FILES.used} and try again`;
    return { status: 1, stdout: `${title}${changes}`, stderr: `${hint}\nnothing was written\n` };
  }
  writeTogether(folder, {
    [FILES.schema]: format(document),
    [FILES.used]: format({ ...used, version: now ?? used.version }),
  });
  const note = now
    ? ''
    : `the version stays ${used.version}: no .terraform.lock.hcl beside the file; say --provider-version X.Y.Z if it is another\n`;
  const next = `wrote ${FILES.schema} and ${FILES.used}; next: npm run build -w provider-kong\n`;
  return { status: 0, stdout: `${title}${changes}${note}${next}`, stderr: '' };
}

function parse(args: readonly string[]): { readonly file: string; readonly version: string | undefined } | string {
  try {
    const options = { 'provider-version': { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return `expected one FILE, found ${positionals.length}`;
    const version = values['provider-version'];
    if (version !== undefined && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
      return `--provider-version '${version}' is not a version; write it as 1.2.0`;
    }
    return { file, version };
  } catch (error) {
    return (error as Error).message;
  }
}

/** New files are complete before the first old one goes. */
function writeTogether(folder: string, contents: Readonly<Record<string, string>>): void {
  const names = Object.keys(contents);
  for (const name of names) writeFileSync(join(folder, `${name}.new`), contents[name] ?? '');
  for (const name of names) renameSync(join(folder, `${name}.new`), join(folder, name));
}

if (require.main === module) {
  // npm runs a workspace's script in the workspace; INIT_CWD is where the user stands.
  const { status, stdout, stderr } = refresh(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), packageRoot);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}
