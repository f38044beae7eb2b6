import type { CheckCode } from '../model';
import { CATALOG_CHECKS } from './catalog/list';
import type { Check, CheckDescription } from './check';
import { DOCUMENT_CHECKS } from './documents/list';
import { GATEWAY_CHECKS } from './gateway/list';
import { GUARDRAILS } from './guardrails/list';

/** The checks that run on a loaded catalog; loading itself finds the rest. */
export const EXECUTABLE_CHECKS: readonly Check[] = [...CATALOG_CHECKS, ...GATEWAY_CHECKS, ...GUARDRAILS];

/** Everything that Gatewright checks, by the stage that finds it. */
export const ALL_CHECKS = {
  documents: DOCUMENT_CHECKS,
  catalog: CATALOG_CHECKS,
  gateway: GATEWAY_CHECKS,
  guardrails: GUARDRAILS,
} as const satisfies Readonly<Record<string, readonly CheckDescription[]>>;

const byCode: ReadonlyMap<string, CheckDescription> = new Map(
  Object.values(ALL_CHECKS)
    .flat()
    .map((check) => [check.code, check]),
);

/** The check with a code. */
export function checkOf(code: CheckCode): CheckDescription;
/** The check with a code; undefined if there is no such code. */
export function checkOf(code: string): CheckDescription | undefined;
export function checkOf(code: string): CheckDescription | undefined {
  return byCode.get(code);
}
