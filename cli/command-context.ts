import type { CommandContext } from '../core/app';
import type { Io } from './io';

/** The values that use cases take from the process. */
export function commandContext(io: Io): CommandContext {
  return { cwd: io.cwd, today: io.today(), defaultCatalog: defaultCatalog(io) };
}

/** The catalog folder if the command line names none: GATEWRIGHT_CATALOG, or `catalog`. */
export function defaultCatalog({ env }: Io): string {
  return env.GATEWRIGHT_CATALOG ?? 'catalog';
}
