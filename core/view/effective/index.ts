export type { EffectiveAccess } from './access';
export { type Effective, type EffectiveQuestion, effectiveValues } from './effective';
export type { Part } from './part';
export type { EffectivePolicies } from './policies';
export type { EffectiveSla } from './sla';
export type { EffectiveWindow } from './windows';
