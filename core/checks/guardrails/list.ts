import type { Check } from '../check';
import { criticalApiNeedsMtls } from './critical-api-needs-mtls';
import { criticalApiNeedsOnCall } from './critical-api-needs-on-call';
import { partnerNeedsTechnicalContact } from './partner-needs-technical-contact';
import { sandboxCannotReachProductionUpstream } from './sandbox-cannot-reach-production-upstream';
import { upstreamOutsideIsolation } from './upstream-outside-isolation';

/** Every guardrail, by code. */
export const GUARDRAILS: readonly Check[] = [
  criticalApiNeedsMtls,
  criticalApiNeedsOnCall,
  partnerNeedsTechnicalContact,
  sandboxCannotReachProductionUpstream,
  upstreamOutsideIsolation,
];
