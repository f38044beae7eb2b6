import type { Finding, Position } from '../model';

/** Places of one finding that are listed; a count says how many more there are. */
const LISTED = 3;

/** The message of a finding with the document that it is about, where file and line do not say which one: `Tier 'free', /limits: …`. */
export function messageOf({ at, message }: Pick<Finding, 'at' | 'message'>): string {
  if (at.document === undefined) return message;
  return `${at.document}${at.path === '' ? '' : `, ${at.path}`}: ${message}`;
}

/** Other places of a finding as one line: `also at catalog/a.yaml:3:7, catalog/b.yaml:9:3 and 12 more`; undefined where there are none. */
export function formatRelated({ related = [] }: Pick<Finding, 'related'>): string | undefined {
  if (related.length === 0) return undefined;
  const more = related.length - LISTED;
  return `also at ${related.slice(0, LISTED).map(place).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function place({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}
