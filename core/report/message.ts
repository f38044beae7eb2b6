import type { Finding, Position } from '../model';

/** How many related positions are listed; the rest is counted. */
const MAX_LISTED = 3;

/** The message of a finding, prefixed with its document if the line has several: `Tier 'free', /limits: …`. */
export function messageOf({ at, message }: Pick<Finding, 'at' | 'message'>): string {
  if (at.document === undefined) return message;
  return `${at.document}${at.path === '' ? '' : `, ${at.path}`}: ${message}`;
}

/** The related positions of a finding, such as `also at catalog/a.yaml:3:7 and 12 more`; undefined if there are none. */
export function formatRelated({ related = [] }: Pick<Finding, 'related'>): string | undefined {
  if (related.length === 0) return undefined;
  const more = related.length - MAX_LISTED;
  return `also at ${related.slice(0, MAX_LISTED).map(positionText).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function positionText({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}
