import { type Detection, sortFindings } from '../model';
import { redact } from '../model/secrets';

/** Findings as they are returned: sorted, without duplicates and without secrets. */
export function presentable(found: readonly Detection[]): readonly Detection[] {
  return sortFindings(once(found).map(withoutSecretsIn));
}

/** A file that is read both for documents and as an API definition is reported once. */
function once(findings: readonly Detection[]): readonly Detection[] {
  return [...new Map(findings.map((one) => [JSON.stringify([one.at, one.code, one.message]), one])).values()];
}

/**
 * A message may quote a value that is a misplaced secret. Users of the package print findings without core/report, so the loader
 * removes secrets (ADR 9).
 */
function withoutSecretsIn(finding: Detection): Detection {
  const { message, hint } = finding;
  return { ...finding, message: redact(message), ...(hint !== undefined && { hint: redact(hint) }) };
}
