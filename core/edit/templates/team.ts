import { stringify } from 'yaml';
import { schemaLine, titleOf } from './file';

/** A new Team document. */
export function teamDocument(team: { name: string; email: string; schemas: string | undefined }): string {
  return `${schemaLine(team.schemas)}kind: Team
name: ${team.name}
title: ${titleOf(team.name)}
email: ${stringify(team.email, { lineWidth: 0 }).trim()}
`;
}
