import type { Surroundings } from '../core/app';
import type { Io } from './io';

/** What a use case has to know of the process. */
export function surroundings(io: Io): Surroundings {
  return { cwd: io.cwd, today: io.today(), usualCatalog: usualCatalog(io) };
}

/** The catalog of a command that is given none: what GATEWRIGHT_CATALOG names, or else `catalog`. */
export function usualCatalog({ env }: Io): string {
  return env.GATEWRIGHT_CATALOG ?? 'catalog';
}
