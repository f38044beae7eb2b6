import { type Detection, sortFindings } from '../model';
import { redact } from '../model/secrets';

/** What was found as it is handed out: sorted, each once, without secrets. */
export function presentable(found: readonly Detection[]): readonly Detection[] {
  return sortFindings(once(found).map(withoutSecretsIn));
}

/** A file that is looked at as a document and as an API definition is reported once. */
function once(findings: readonly Detection[]): readonly Detection[] {
  return [...new Map(findings.map((one) => [JSON.stringify([one.at, one.code, one.message]), one])).values()];
}

/**
 * What a message quotes may be a secret in a wrong place. Whoever uses the package prints findings without core/report, so what
 * the loader returns has no secrets (ADR 9).
 */
function withoutSecretsIn(finding: Detection): Detection {
  const { message, hint } = finding;
  return { ...finding, message: redact(message), ...(hint !== undefined && { hint: redact(hint) }) };
}
