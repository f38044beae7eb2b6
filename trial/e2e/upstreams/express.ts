import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { listen } from '../../server/listen';
import { SERVED } from './operations';
import { NotAvailable, type RunningUpstream } from './upstream';

/** The part of Express 4 and 5 that is used. */
type Express = () => RequestListener & {
  set(name: string, value: string): void;
  get(path: string, handler: (request: unknown, response: { json(body: unknown): void }) => void): void;
};

/**
 * Starts an application with the Express that a folder resolves, in its default configuration.
 *
 * @throws NotAvailable if the package is not installed
 */
export async function startExpress(folder: string): Promise<RunningUpstream> {
  const { express, version } = loadExpress(folder);
  const app = express();
  // Otherwise it logs every call that it cannot decode.
  app.set('env', 'test');
  // Literal paths before templates: Express uses the first route that matches.
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

function loadExpress(folder: string): { readonly express: Express; readonly version: string } {
  const load = createRequire(join(folder, 'package.json'));
  try {
    load.resolve('express');
  } catch {
    throw new NotAvailable(`the package 'express' is not installed in or above ${folder}`);
  }
  const { version } = load('express/package.json') as { readonly version: string };
  return { express: load('express') as Express, version };
}
