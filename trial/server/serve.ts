import { ConfigurationError } from './env';
import type { Listening } from './listen';

/**
 * Runs one part as a program of its own: starts it, says where it answers, and ends it when it is told to.
 *
 * @param name what it calls itself
 */
export function serve(name: string, start: () => Promise<readonly Listening[]>): void {
  start().then(
    (servers) => {
      process.stdout.write(`${name} answers at ${servers.map(({ url }) => url).join(' and ')}\n`);
      const end = () => Promise.all(servers.map((server) => server.close())).then(() => process.exit(0));
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
    },
    (error: unknown) => {
      process.stderr.write(`${name} cannot start: ${reason(error)}\n`);
      process.exitCode = error instanceof ConfigurationError ? 2 : 1;
    },
  );
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
