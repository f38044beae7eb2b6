import type { CommandContext } from '../core/app';
import type { Io } from './io';

/** What use cases need to know about the process. */
export function commandContext(io: Io): CommandContext {
  return { cwd: io.cwd, today: io.today(), defaultCatalog: defaultCatalog(io) };
}

/** The catalog of a command that is given none: what GATEWRIGHT_CATALOG names, or else `catalog`. */
export function defaultCatalog({ env }: Io): string {
  return env.GATEWRIGHT_CATALOG ?? 'catalog';
}
