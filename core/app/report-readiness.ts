import type { Finding } from '../model';
import { type Readiness, readinessOf } from '../readiness';
import { type CheckRequest, checkCatalogFolder } from './check-catalog';

/** The readiness of a programme, or the findings that prevent a report. */
export type ReadinessReport =
  | { readonly readiness: Readiness }
  | {
      readonly readiness: undefined;
      readonly findings: readonly Finding[];
      readonly texts: ReadonlyMap<string, string>;
    };

/** Checks a catalog and, unless it has errors, compares it with what a partner programme needs. */
export function reportReadiness(request: CheckRequest): ReadinessReport {
  const { catalog, findings, texts, hasErrors } = checkCatalogFolder(request);
  if (hasErrors) return { readiness: undefined, findings, texts };
  return { readiness: readinessOf(catalog, request.asOf) };
}
