import schema from '../schemas/metrics-policy.schema.json';
import { definer } from './definer';
import type { DocumentOf } from './document-of';
import { kindDefinition } from './kind-definition';

export type MetricsPolicy = DocumentOf['MetricsPolicy'];

export const METRICS_POLICY = kindDefinition({
  kind: 'MetricsPolicy',
  schema,
  label: 'metrics policy',
  plural: 'metrics policies',
  place: { policy: 'metrics' },
  file: 'policies/{name}.yaml',
  references: [],
});

/** Defines a metrics policy. */
export const defineMetricsPolicy = definer('MetricsPolicy');
