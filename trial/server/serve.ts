import { ConfigurationError } from './env';
import type { Listening } from './listen';

/**
 * Runs a component as a program: starts it, prints its URLs, and stops it on SIGINT or SIGTERM.
 *
 * @param name the name in messages
 */
export function serve(name: string, start: () => Promise<readonly Listening[]>): void {
  start().then(
    (servers) => {
      process.stdout.write(`${name} is listening on ${servers.map(({ url }) => url).join(' and ')}\n`);
      const stop = () => Promise.all(servers.map((server) => server.close())).then(() => process.exit(0));
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    },
    (error: unknown) => {
      process.stderr.write(`${name} cannot start: ${messageOf(error)}\n`);
      process.exitCode = error instanceof ConfigurationError ? 2 : 1;
    },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
