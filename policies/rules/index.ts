/** Guardrails: what a programme must not do, whatever its gateways can. */
export { findings } from './findings';
export { RULES } from './list';
export type { Programme, Rule, RuleFinding } from './rule';
export { runRules } from './run';
