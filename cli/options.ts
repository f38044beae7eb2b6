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
  const option = new Option('--catalog <DIR>', "the catalog's folder").argParser(once(parseFolder));
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
  return new Option('--as-of <DATE>', 'the day it is for, as YYYY-MM-DD in UTC (default: today)').argParser(
    once(parseDay),
  );
}

export function formatOption(): Option {
  const option = new Option('--format <FORMAT>', 'how findings are printed').choices(FORMATS).default('pretty');
  const { parseArg } = option;
  return option.argParser(once((text) => parseArg?.(text, undefined as never)));
}

export function outOption(): Option {
  return new Option('--out <DIR>', 'the folder that is written').argParser(once((text) => text)).default('cdktf.out');
}

/**
 * The parser of an option that may be given once: of two values nobody knows which one is meant.
 *
 * @throws InvalidArgumentError for the second value
 */
function once<T>(parse: (text: string) => T): (text: string) => T {
  let given = false;
  return (text) => {
    if (given) throw new InvalidArgumentError('The option may be given once.');
    given = true;
    return parse(text);
  };
}
