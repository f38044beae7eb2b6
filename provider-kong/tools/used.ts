import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaDocument, UsedResources } from '../facts/form';

/** The two files that a refresh writes. */
export const FILES = { used: 'resources.json', schema: 'schema.json' } as const;

/** Which provider, version and resources a package folder uses. */
export function readUsed(folder: string): UsedResources {
  return JSON.parse(readFileSync(join(folder, FILES.used), 'utf8'));
}

/** The schema that a package folder holds. */
export function readSchema(folder: string): SchemaDocument {
  return JSON.parse(readFileSync(join(folder, FILES.schema), 'utf8'));
}
