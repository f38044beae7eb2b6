import { Option } from 'commander';
import { FORMATS } from '../report';
import { parseDay } from './day';
import type { Io } from './io';

/** The folder of the catalog, which the environment may set for all commands, as for the app of cdktf.json. */
export function catalogOption(io: Io): Option {
  const { GATEWRIGHT_CATALOG = '' } = io.env;
  const option = new Option('--catalog <DIR>', "the catalog's folder");
  return GATEWRIGHT_CATALOG === ''
    ? option.default('catalog', 'catalog, or GATEWRIGHT_CATALOG')
    : option.default(GATEWRIGHT_CATALOG, `GATEWRIGHT_CATALOG: ${GATEWRIGHT_CATALOG}`);
}

/** The day for which everything holds; today where it is not given. */
export function asOfOption(): Option {
  return new Option('--as-of <DATE>', 'the day it is for, as YYYY-MM-DD in UTC (default: today)').argParser(parseDay);
}

export function formatOption(): Option {
  return new Option('--format <FORMAT>', 'how findings are printed').choices(FORMATS).default('pretty');
}
