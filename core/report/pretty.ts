import type { Finding } from '../model';
import { checkLink } from './check-link';
import { type Colorize, colorizer } from './colors';
import { excerpt } from './excerpt';
import { formatRelated, messageOf } from './message';
import type { ReportOptions } from './options';
import { visible } from './visible';
import { withoutSecrets } from './without-secrets';

/** For people: each finding with the line that it is about and a marker under the place, then a line that counts; nothing for none. */
export function pretty(findings: readonly Finding[], options: ReportOptions): string {
  const colorize = colorizer(options.color);
  if (findings.length === 0) return '';
  const lines = linesOf(options);
  const parts = findings.map((finding) => one(finding, lines(finding.at.file), colorize, options.links === true));
  return `${[...parts, summary(findings, options, colorize)].join('\n\n')}\n`;
}

/**
 * The lines of a file without its secrets, made once however many findings it has. A secret may be longer than a line, so the
 * whole file is judged.
 */
function linesOf({ texts }: ReportOptions): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? withoutSecrets(texts.get(file) ?? '').split(/\r?\n/);
    known.set(file, lines);
    return lines;
  };
}

function one(finding: Finding, lines: readonly string[], colorize: Colorize, hasLink: boolean): string {
  const { at, severity, code } = finding;
  const file = visible(at.file);
  const head = `${colorize('position', `${file}:${at.line}:${at.column}`)} ${colorize(severity, severity)} ${colorize('dim', code)}  ${visible(messageOf(finding))}`;
  const hint = finding.hint === undefined ? '' : visible(finding.hint);
  const others = formatRelated(finding);
  const also = [
    ...(others === undefined ? [] : [`       ${visible(others)}`]),
    ...(hasLink ? [`       ${colorize('dim', checkLink(code))}`] : []),
  ];
  const shown = excerpt(lines, at);
  if (!shown) return [head, ...(hint === '' ? [] : [`      ${hint}`]), ...also].join('\n');
  const number = String(at.line).padStart(6);
  const marker = colorize(severity, '^'.repeat(shown.width));
  return [
    head,
    `${colorize('dim', `${number} │`)} ${shown.line}`,
    `${colorize('dim', `${' '.repeat(number.length)} │`)} ${' '.repeat(shown.indent)}${marker}${hint === '' ? '' : ` ${hint}`}`,
    ...also,
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
