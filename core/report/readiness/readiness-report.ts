import type { Readiness } from '../../readiness';
import { json } from './json';
import { markdown } from './markdown';
import { pretty } from './pretty';

/** The output formats of the report on readiness. */
export const READINESS_FORMATS = ['pretty', 'markdown', 'json'] as const;

export type ReadinessFormat = (typeof READINESS_FORMATS)[number];

/**
 * Formats the readiness of a programme. The length does not depend on the number of partners.
 *
 * @param isColored whether `pretty` contains ANSI colours
 */
export function readinessReport(readiness: Readiness, format: ReadinessFormat, isColored = false): string {
  switch (format) {
    case 'pretty':
      return pretty(readiness, isColored);
    case 'markdown':
      return markdown(readiness);
    case 'json':
      return json(readiness);
  }
}
