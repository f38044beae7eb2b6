import type { CheckCode } from '../model';

const DOCS = 'https://gatewright.dev/docs/';
const PAGE = `${DOCS}checks`;

/** The URL of a check's section in docs/checks.md. `check --explain` prints the same text. */
export function checkLink(code: CheckCode): string {
  return `${PAGE}#${code}`;
}

/** Markdown of docs/checks.md for readers outside that page: its relative links as URLs. */
export function withAbsoluteLinks(markdown: string): string {
  return markdown
    .replace(/\]\((#[a-z0-9-]+)\)/g, `](${PAGE}$1)`)
    .replace(/\]\(([a-z0-9/-]+)\.md(#[a-z0-9-]+)?\)/g, (_, path: string, anchor = '') => `](${DOCS}${path}${anchor})`);
}
