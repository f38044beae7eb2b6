import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { listen } from '../../server/listen';
import { SERVED } from './operations';
import { NotAvailable, type RunningUpstream } from './upstream';

/** What is used of Express 4 and 5. */
type Express = () => RequestListener & {
  set(setting: string, value: string): void;
  get(path: string, handler: (request: unknown, response: { json(body: unknown): void }) => void): void;
};

/**
 * Starts an application of the Express that a folder finds, as Express is out of the box.
 *
 * @throws NotAvailable where it finds none
 */
export async function startExpress(folder: string): Promise<RunningUpstream> {
  const { express, version } = expressOf(folder);
  const app = express();
  // Otherwise it prints every call that it cannot decode.
  app.set('env', 'test');
  // Words before parameters: of two routes Express takes the first.
  for (const { path } of SERVED.toSorted((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))) {
    app.get(path.replaceAll(/\{([^{}]*)\}/g, ':$1'), (_, response) => response.json({ served: path }));
  }
  const server = await listen(app);
  return {
    name: `Express ${version}`,
    ignoresCase: true,
    address: { host: '127.0.0.1', port: server.port },
    close: () => server.close(),
  };
}

function expressOf(folder: string): { readonly express: Express; readonly version: string } {
  const load = createRequire(join(folder, 'package.json'));
  try {
    load.resolve('express');
  } catch {
    throw new NotAvailable(`${folder} has no package 'express'`);
  }
  const { version } = load('express/package.json') as { readonly version: string };
  return { express: load('express') as Express, version };
}
