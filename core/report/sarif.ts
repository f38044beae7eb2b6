import type { CheckDescription } from '../checks';
import type { Finding, Position } from '../model';
import { checkLink, withAbsoluteLinks } from './check-link';
import { checkPage } from './check-page';
import { messageOf } from './message';
import type { ReportOptions } from './options';

/** For code scanning: SARIF 2.1.0 with one run; lines and columns are 1-based, columns count UTF-16 units. */
export function sarif(findings: readonly Finding[], { checkOf }: Pick<ReportOptions, 'checkOf'>): string {
  const ids = [...new Set(findings.map((finding) => finding.code))].sort();
  const results = findings.map((finding) => ({
    ruleId: finding.code,
    ruleIndex: ids.indexOf(finding.code),
    level: finding.severity,
    message: { text: [messageOf(finding), finding.hint].filter((line) => line !== undefined).join('\n') },
    locations: [location(finding.at)],
    ...(finding.related && { relatedLocations: finding.related.map(location) }),
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gatewright',
            rules: ids.map((id) => rule(checkOf(id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          WORKINGDIRECTORY: { description: { text: 'the working directory of gatewright' } },
        },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function location(at: Position) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(at.file), uriBaseId: 'WORKINGDIRECTORY' },
      region: {
        startLine: at.line,
        startColumn: at.column,
        endLine: at.line,
        endColumn: at.column + at.length,
      },
    },
    logicalLocations: [{ fullyQualifiedName: at.path === '' ? '/' : at.path, kind: 'member' }],
  };
}

/** The relative URI of a path with forward slashes. Colons are encoded, because the first segment could be read as a scheme. */
function uri(file: string): string {
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  return encoded.replaceAll('%40', '@');
}

/** A check as a rule, with its page for viewers that show it next to a result. */
function rule(check: CheckDescription) {
  const { code, severity, summary, rationale, fix } = check;
  return {
    id: code,
    shortDescription: { text: plain(summary) },
    fullDescription: { text: `${plain(summary)} Why: ${plain(rationale)}.` },
    help: { text: plain(fix), markdown: withAbsoluteLinks(checkPage(check)) },
    helpUri: checkLink(code),
    defaultConfiguration: { level: severity },
  };
}

/** Markdown of one line as plain text. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}
