import type { Finding, Position } from '../model';
import { messageOf } from './message';

/** For code scanning: SARIF 2.1.0 with one run; lines and columns are 1-based, columns count UTF-16 units. */
export function sarif(findings: readonly Finding[]): string {
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
            rules: ids.map((id) => ({ id, shortDescription: { text: sentence(id) } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          WORKINGDIRECTORY: { description: { text: 'the folder in which gatewright ran' } },
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

/** A relative URI of a path with forward slashes; a first segment with a colon would read as a scheme. */
function uri(file: string): string {
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  return encoded.replaceAll('%40', '@');
}

/** `unknown-reference` as `unknown reference`. */
function sentence(id: string): string {
  return id.replaceAll('-', ' ');
}
