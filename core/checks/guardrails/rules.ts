import { criticalApiNeedsMtls } from './critical-api-needs-mtls';
import { ownerForAll } from './owner-for-all';
import type { Rule } from './rule';
import { sandboxCannotReachProductionUpstream } from './sandbox-cannot-reach-production-upstream';

/** All guardrails. A new one is a file beside these and a line here. */
export const RULES: readonly Rule[] = [ownerForAll, sandboxCannotReachProductionUpstream, criticalApiNeedsMtls];
