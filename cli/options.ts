import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../core/app';
import { FORMATS } from '../core/report';
import { defaultCatalog } from './command-context';
import { parseDate } from './date';
import type { Io } from './io';

/**
 * The catalog folder. GATEWRIGHT_CATALOG sets it for all commands and for the app of cdktf.json; it may be set but empty.
 */
export function catalogOption(io: Io): Option {
  const { GATEWRIGHT_CATALOG } = io.env;
  const defaultText =
    GATEWRIGHT_CATALOG === undefined ? 'catalog, or GATEWRIGHT_CATALOG' : `GATEWRIGHT_CATALOG: ${GATEWRIGHT_CATALOG}`;
  return new Option('--catalog <DIR>', 'the catalog folder')
    .argParser(once(parseFolder))
    .default(defaultCatalog(io), defaultText);
}

/** The catalog folder as an argument, for commands without other arguments: `check DIR` is `check --catalog DIR`. */
export function catalogArgument(): Argument {
  return new Argument('[CATALOG]', 'the catalog folder, instead of --catalog').argParser(parseFolder);
}

/**
 * The catalog folder of a command with {@link catalogArgument} and {@link catalogOption}.
 *
 * @throws UsageError if both are passed
 */
export function chosenCatalog(argument: string | undefined, command: Command): string {
  const option: string = command.getOptionValue('catalog');
  if (argument === undefined) return option;
  if (command.getOptionValueSource('catalog') === 'default') return argument;
  throw new UsageError(`the catalog is passed twice: '${argument}' and '--catalog ${option}'`, 'remove one of the two');
}

/**
 * Parses a folder name. An unset shell variable would pass an empty name, which means the working directory, so that is rejected.
 *
 * @throws InvalidArgumentError
 */
export function parseFolder(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError("It must not be empty; use '.' for the working directory.");
  return text;
}

/** The as-of date; today by default. */
export function asOfOption(): Option {
  return new Option(
    '--as-of <DATE>',
    'the date to evaluate the catalog for, as YYYY-MM-DD in UTC (default: today)',
  ).argParser(once(parseDate));
}

/** The output format; `pretty` by default, which is for people. */
export function formatOption(formats: readonly string[] = FORMATS): Option {
  const option = new Option('--format <FORMAT>', 'the output format').choices(formats).default('pretty');
  const { parseArg } = option;
  return option.argParser(once((text) => parseArg?.(text, undefined as never)));
}

export function outOption(): Option {
  return new Option('--out <DIR>', 'the output folder, which is replaced; parallel runs need one each')
    .argParser(once((text) => text))
    .default('cdktf.out');
}

/**
 * Wraps the parser of an option, so that the option can be passed only once: the intent of two values is unclear.
 *
 * @throws InvalidArgumentError for the second value
 */
function once<T>(parse: (text: string) => T): (text: string) => T {
  let isPassed = false;
  return (text) => {
    if (isPassed) throw new InvalidArgumentError('The option can be passed only once.');
    isPassed = true;
    return parse(text);
  };
}
