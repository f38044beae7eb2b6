import { isErrorLike } from '../model/messages/thrown';
import type { Paint } from './paint';
import { printable, withoutSecrets } from './without-secrets';

/** Lines of an internal error that are shown: more of them help nobody. */
const MOST_LINES = 6;

/** What is wrong, and on a line of its own the edit or command that helps. */
export function errorText(
  { message, hint }: { readonly message: string; readonly hint?: string | undefined },
  brush: Paint,
): string {
  const lines = [`${brush('error', 'error:')} ${printable(message)}`];
  if (hint !== undefined) lines.push(`       ${printable(hint)}`);
  return `${lines.join('\n')}\n`;
}

export interface InternalErrorOptions {
  /** Whether the stack trace is shown. */
  readonly debug: boolean;
  /** What whoever meets it can do; shown where the stack trace is not. */
  readonly advice: string;
  readonly brush: Paint;
}

/** An error of our own. */
export function internalErrorText(error: unknown, { debug, advice, brush }: InternalErrorOptions): string {
  const { message, stack } = isErrorLike(error) ? error : { message: String(error), stack: undefined };
  const [first = '', ...more] = withoutSecrets(message).split('\n').slice(0, MOST_LINES);
  return [
    `${brush('error', 'internal error:')} ${printable(first)}\n`,
    ...more.map((line) => `       ${printable(line)}\n`),
    debug && stack !== undefined ? `${withoutSecrets(stack)}\n` : `       ${advice}\n`,
  ].join('');
}
