import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../core/app';
import { FORMATS } from '../core/report';
import { defaultCatalog } from './command-context';
import { parseDate } from './date';
import type { Io } from './io';

/**
 * The folder of the catalog, which the environment may set for all commands, as for the app of cdktf.json. It is empty where a
 * variable is that is set.
 */
export function catalogOption(io: Io): Option {
  const { GATEWRIGHT_CATALOG } = io.env;
  const shown =
    GATEWRIGHT_CATALOG === undefined ? 'catalog, or GATEWRIGHT_CATALOG' : `GATEWRIGHT_CATALOG: ${GATEWRIGHT_CATALOG}`;
  return new Option('--catalog <DIR>', "the catalog's folder")
    .argParser(once(parseFolder))
    .default(defaultCatalog(io), shown);
}

/** The folder of the catalog as an argument, for commands that take no other: `check DIR` is `check --catalog DIR`. */
export function catalogArgument(): Argument {
  return new Argument('[CATALOG]', "the catalog's folder, in place of --catalog").argParser(parseFolder);
}

/**
 * The folder that a command with {@link catalogArgument} and {@link catalogOption} is about.
 *
 * @throws UsageError when both are given
 */
export function chosenCatalog(argument: string | undefined, command: Command): string {
  const option: string = command.getOptionValue('catalog');
  if (argument === undefined) return option;
  if (command.getOptionValueSource('catalog') === 'default') return argument;
  throw new UsageError(
    `the catalog is given twice: '${argument}' and '--catalog ${option}'`,
    'leave one of the two out',
  );
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
    once(parseDate),
  );
}

export function formatOption(): Option {
  const option = new Option('--format <FORMAT>', 'how findings are printed').choices(FORMATS).default('pretty');
  const { parseArg } = option;
  return option.argParser(once((text) => parseArg?.(text, undefined as never)));
}

export function outOption(): Option {
  return new Option(
    '--out <DIR>',
    'the folder that is replaced; runs at the same time for different environments need one each',
  )
    .argParser(once((text) => text))
    .default('cdktf.out');
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
