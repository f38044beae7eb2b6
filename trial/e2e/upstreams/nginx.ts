import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runProgram } from '../program';
import { SERVED } from './operations';
import { NotAvailable, type RunningUpstream } from './upstream';

const START_TIMEOUT_MS = 5000;

/**
 * Starts the nginx on PATH, listening on a Unix socket in a folder.
 *
 * @throws NotAvailable if there is none
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
  for (const until = Date.now() + START_TIMEOUT_MS; !existsSync(socket); await Promise.race([wait(20), failed])) {
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

/** The default configuration, with exact locations for literal paths and regular expressions for templates. */
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
