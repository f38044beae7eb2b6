import { Option } from 'commander';
import { FORMATS } from '../report';
import { parseDay } from './day';

/** Options that several commands share. */
export function catalogOption(): Option {
  return new Option('--catalog <DIR>', "the catalog's folder").default('catalog');
}

/** The day for which everything holds; today where it is not given. */
export function asOfOption(): Option {
  return new Option('--as-of <DATE>', 'the day it is for, as YYYY-MM-DD in UTC (default: today)').argParser(parseDay);
}

export function formatOption(): Option {
  return new Option('--format <FORMAT>', 'how findings are printed').choices(FORMATS).default('pretty');
}
