import type { Readiness } from '../../readiness';

/** The id of core/report/schemas/readiness.schema.json. */
const SCHEMA = 'https://gatewright.dev/schemas/reports/readiness.schema.json';

/** For programs: the data of the report, as its schema describes it. */
export function json(readiness: Readiness): string {
  return `${JSON.stringify({ $schema: SCHEMA, ...readiness }, undefined, 2)}\n`;
}
