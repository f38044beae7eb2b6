import type { CheckCode } from '../model';

const PAGE = 'https://gatewright.dev/docs/checks';

/** The address of a check's page: its heading in docs/checks.md, which `check --explain` prints as well. */
export function checkLink(code: CheckCode): string {
  return `${PAGE}#${code}`;
}
