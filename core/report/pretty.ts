import type { Finding } from '../model';
import { checkLink } from './check-link';
import { type Colorize, colorizer } from './colors';
import { excerpt } from './excerpt';
import { formatRelated, messageOf } from './message';
import type { ReportOptions } from './options';
import { visible } from './visible';
import { withoutSecrets } from './without-secrets';

/** For people: each finding with its source line and a marker below it, then a line with counts. Empty if there are no findings. */
export function pretty(findings: readonly Finding[], options: ReportOptions): string {
  const colorize = colorizer(options.color);
  if (findings.length === 0) return '';
  const lines = linesOf(options);
  const parts = findings.map((finding) =>
    formatFinding(finding, lines(finding.at.file), colorize, options.links === true),
  );
  return `${[...parts, summary(findings, options, colorize)].join('\n\n')}\n`;
}

/**
 * Returns the lines of a file without its secrets, computed once per file. The whole file is redacted, because a secret may span
 * lines.
 */
function linesOf({ texts }: ReportOptions): (file: string) => readonly string[] {
  const cache = new Map<string, readonly string[]>();
  return (file) => {
    const lines = cache.get(file) ?? withoutSecrets(texts.get(file) ?? '').split(/\r?\n/);
    cache.set(file, lines);
    return lines;
  };
}

function formatFinding(finding: Finding, lines: readonly string[], colorize: Colorize, hasLink: boolean): string {
  const { at, severity, code } = finding;
  const file = visible(at.file);
  const head = `${colorize('position', `${file}:${at.line}:${at.column}`)} ${colorize(severity, severity)} ${colorize('dim', code)}  ${visible(messageOf(finding))}`;
  const hint = finding.hint === undefined ? '' : visible(finding.hint);
  const related = formatRelated(finding);
  const footer = [
    ...(related === undefined ? [] : [`       ${visible(related)}`]),
    ...(hasLink ? [`       ${colorize('dim', checkLink(code))}`] : []),
  ];
  const source = excerpt(lines, at);
  if (!source) return [head, ...(hint === '' ? [] : [`      ${hint}`]), ...footer].join('\n');
  const number = String(at.line).padStart(6);
  const marker = colorize(severity, '^'.repeat(source.width));
  return [
    head,
    `${colorize('dim', `${number} │`)} ${source.line}`,
    `${colorize('dim', `${' '.repeat(number.length)} │`)} ${' '.repeat(source.indent)}${marker}${hint === '' ? '' : ` ${hint}`}`,
    ...footer,
  ].join('\n');
}

function summary(findings: readonly Finding[], { asOf }: ReportOptions, colorize: Colorize): string {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.length - errors;
  const files = new Set(findings.map((finding) => finding.at.file)).size;
  const counts = [
    ...(errors > 0 ? [colorize('error', plural(errors, 'error'))] : []),
    ...(warnings > 0 ? [colorize('warning', plural(warnings, 'warning'))] : []),
  ];
  return `${counts.join(' and ')} in ${plural(files, 'file')}${asOf === undefined ? '' : `, as of ${asOf}`}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
