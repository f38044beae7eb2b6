import schema from '../schemas/rate-limit-policy.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type RateLimitPolicy = DocumentOf['RateLimitPolicy'];

export const RATE_LIMIT_POLICY = kindDefinition({
  kind: 'RateLimitPolicy',
  schema,
  label: 'rate limit policy',
  plural: 'rate limit policies',
  place: { policy: 'rateLimit' },
  file: 'policies/{name}.yaml',
  references: [],
});

/** Defines a rate limit policy. */
export const defineRateLimitPolicy = definer('RateLimitPolicy');
