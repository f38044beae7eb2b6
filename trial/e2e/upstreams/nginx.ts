import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runProgram } from '../program';
import { SERVED } from './operations';
import { NotAvailable, type RunningUpstream } from './upstream';

const STARTS_WITHIN_MS = 5000;

/**
 * Starts the nginx of PATH, which listens on a socket in a folder.
 *
 * @throws NotAvailable where there is none
 */
export async function startNginx(folder: string, path: string | undefined): Promise<RunningUpstream> {
  const binary = (path ?? '')
    .split(delimiter)
    .map((one) => join(one, 'nginx'))
    .find((file) => existsSync(file));
  if (binary === undefined) throw new NotAvailable('nginx is not on PATH');
  mkdirSync(folder, { recursive: true });
  const socket = join(folder, 'nginx.sock');
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, configOf(socket));
  const { err } = await runProgram(binary, ['-v'], { cwd: folder });
  const log = join(folder, 'error.log');
  const child = spawn(binary, ['-p', `${folder}/`, '-e', log, '-c', config], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for (const until = Date.now() + STARTS_WITHIN_MS; !existsSync(socket); await Promise.race([wait(20), failed])) {
    if (child.exitCode === null && Date.now() < until) continue;
    await close();
    throw new Error(`nginx did not start; see ${log}`);
  }
  return {
    name: err.match(/nginx\/\S+/)?.[0].replace('/', ' ') ?? 'nginx',
    ignoresCase: false,
    address: { path: socket },
    close,
  };
}

/** Everything as nginx has it by default: exact locations for words, regular expressions for parameters. */
function configOf(socket: string): string {
  const locations = SERVED.map(({ path }) => {
    const pattern = path.includes('{') ? `~ ^${path.replaceAll(/\{[^{}]*\}/g, '[^/]+')}$` : `= ${path}`;
    return `    location ${pattern} { return 200 '{"served":"${path}"}'; }`;
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path temp;`);
  return `daemon off;
worker_processes 1;
pid nginx.pid;
events {}
http {
  access_log off;
  default_type application/json;
${temporary.join('\n')}
  server {
    listen unix:${socket};
${locations.join('\n')}
    location / { return 404 '{"served":null}'; }
  }
}
`;
}
