import schema from '../schemas/programme.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

/** The format of catalogs that this version of Gatewright reads. */
export const CATALOG_FORMAT = schema.properties.format.const;

export type Programme = DocumentOf['Programme'];

export const PROGRAMME = kindDefinition({
  kind: 'Programme',
  schema,
  label: 'programme',
  plural: 'programmes',
  place: { map: 'programmes' },
  file: 'programme.yaml',
  references: [
    ['roles/{*}', 'Team'],
    ['feeds/{*}/owner', 'Team'],
    ['levels/{*}/requires/*', 'requirement'],
    ['badges/{*}/rule/level', 'level'],
    ['badges/{*}/rule/requirement', 'requirement'],
  ],
});

/** Defines the programme. */
export const defineProgramme = definer('Programme');
