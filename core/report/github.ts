import type { Finding } from '../model';
import { formatRelated, messageOf } from './message';

/** For GitHub Actions: one workflow command per finding, which annotates its line in the pull request. */
export function github(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const { code, severity, hint, at } = finding;
      const properties = {
        file: at.file,
        line: at.line,
        col: at.column,
        endColumn: at.column + at.length,
        title: code,
      };
      const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      const text = [messageOf(finding), hint, formatRelated(finding)].filter((line) => line !== undefined).join('\n');
      return `::${severity} ${list.join(',')}::${escapeData(text)}\n`;
    })
    .join('');
}

/** Escapes line breaks and percent signs, so that a message cannot start a second command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
