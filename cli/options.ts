import { InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../report';
import { parseDay } from './day';
import type { Io } from './io';

/**
 * The folder of the catalog, which the environment may set for all commands, as for the app of cdktf.json. It is empty where a
 * variable is that is set.
 */
export function catalogOption(io: Io): Option {
  const { GATEWRIGHT_CATALOG } = io.env;
  const option = new Option('--catalog <DIR>', "the catalog's folder").argParser(parseFolder);
  return GATEWRIGHT_CATALOG === undefined
    ? option.default('catalog', 'catalog, or GATEWRIGHT_CATALOG')
    : option.default(GATEWRIGHT_CATALOG, `GATEWRIGHT_CATALOG: ${GATEWRIGHT_CATALOG}`);
}

/**
 * The name of a folder. A variable that is not set makes an empty one, which would be the working directory.
 *
 * @throws InvalidArgumentError
 */
export function parseFolder(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError("It has to name a folder; '.' is the working directory.");
  return text;
}

/** The day for which everything holds; today where it is not given. */
export function asOfOption(): Option {
  return new Option('--as-of <DATE>', 'the day it is for, as YYYY-MM-DD in UTC (default: today)').argParser(parseDay);
}

export function formatOption(): Option {
  return new Option('--format <FORMAT>', 'how findings are printed').choices(FORMATS).default('pretty');
}
