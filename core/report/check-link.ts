import type { CheckCode } from '../model';

const PAGE = 'https://gatewright.dev/docs/checks';

/** The URL of a check's section in docs/checks.md. `check --explain` prints the same text. */
export function checkLink(code: CheckCode): string {
  return `${PAGE}#${code}`;
}
