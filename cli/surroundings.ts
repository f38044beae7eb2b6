import type { Surroundings } from '../core/app';
import type { Io } from './io';

/** What use cases need to know about the process. */
export function surroundings(io: Io): Surroundings {
  return { cwd: io.cwd, today: io.today(), usualCatalog: usualCatalog(io) };
}

/** The catalog of a command that is given none: what GATEWRIGHT_CATALOG names, or else `catalog`. */
export function usualCatalog({ env }: Io): string {
  return env.GATEWRIGHT_CATALOG ?? 'catalog';
}
