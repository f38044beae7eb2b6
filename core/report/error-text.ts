import { isErrorLike } from '../model/messages/thrown';
import type { Colorize } from './colors';
import { printable, withoutSecrets } from './without-secrets';

/** Lines of an internal error that are shown: more of them help nobody. */
const MOST_LINES = 6;

/** What is wrong, and on a line of its own the edit or command that helps. */
export function formatError(
  { message, hint }: { readonly message: string; readonly hint?: string | undefined },
  colorize: Colorize,
): string {
  const lines = [`${colorize('error', 'error:')} ${printable(message)}`];
  if (hint !== undefined) lines.push(`       ${printable(hint)}`);
  return `${lines.join('\n')}\n`;
}

export interface InternalErrorOptions {
  /** Whether the stack trace is shown. */
  readonly debug: boolean;
  /** What whoever meets it can do; shown where the stack trace is not. */
  readonly advice: string;
  readonly colorize: Colorize;
}

/** An error of our own. */
export function formatInternalError(error: unknown, { debug, advice, colorize }: InternalErrorOptions): string {
  const { message, stack } = isErrorLike(error) ? error : { message: String(error), stack: undefined };
  const [first = '', ...more] = withoutSecrets(message).split('\n').slice(0, MOST_LINES);
  return [
    `${colorize('error', 'internal error:')} ${printable(first)}\n`,
    ...more.map((line) => `       ${printable(line)}\n`),
    debug && stack !== undefined ? `${withoutSecrets(stack)}\n` : `       ${advice}\n`,
  ].join('');
}
