import { isErrorLike } from '../model/messages/thrown';
import type { Colorize } from './colors';
import { printable, withoutSecrets } from './without-secrets';

/** How many lines of an internal error are printed. */
const MAX_LINES = 6;

/** The message of an error, and its hint on a line of its own. */
export function formatError(
  { message, hint }: { readonly message: string; readonly hint?: string | undefined },
  colorize: Colorize,
): string {
  const lines = [`${colorize('error', 'error:')} ${printable(message)}`];
  if (hint !== undefined) lines.push(`       ${printable(hint)}`);
  return `${lines.join('\n')}\n`;
}

export interface InternalErrorOptions {
  /** Whether to print the stack trace. */
  readonly debug: boolean;
  /** What the user can do; printed if the stack trace is not. */
  readonly advice: string;
  readonly colorize: Colorize;
}

/** The message of an internal error, with its stack trace or with advice. */
export function formatInternalError(error: unknown, { debug, advice, colorize }: InternalErrorOptions): string {
  const { message, stack } = isErrorLike(error) ? error : { message: String(error), stack: undefined };
  const [first = '', ...more] = withoutSecrets(message).split('\n').slice(0, MAX_LINES);
  return [
    `${colorize('error', 'internal error:')} ${printable(first)}\n`,
    ...more.map((line) => `       ${printable(line)}\n`),
    debug && stack !== undefined ? `${withoutSecrets(stack)}\n` : `       ${advice}\n`,
  ].join('');
}
