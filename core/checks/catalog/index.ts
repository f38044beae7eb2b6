import type { Check } from './check';
import { openapiInvalid } from './openapi-invalid';

/** Every check, by name. The order does not matter: findings are sorted by place. */
export const CHECKS: readonly Check[] = [openapiInvalid];
