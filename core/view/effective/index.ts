export { type Effective, type EffectiveQuestion, effectiveOf, effectiveValues } from './effective';
