import type { CheckDescription } from '../checks';
import { checkLink, withAbsoluteLinks } from './check-link';
import { checkPage } from './check-page';
import { colorizer } from './colors';

/** The page of a check for a terminal: its code, its Markdown and its link. */
export function formatExplanation(check: CheckDescription, { color }: { readonly color: boolean }): string {
  const style = colorizer(color);
  const body = withAbsoluteLinks(checkPage(check))
    .replace(/^\*(.*)\*$/m, (_, text: string) => style(check.severity, text))
    .replace(/\*\*(.+?)\*\*/g, (_, text: string) => style('position', text));
  return `${style('position', check.code)}\n\n${body}\n\n${style('dim', checkLink(check.code))}\n`;
}
