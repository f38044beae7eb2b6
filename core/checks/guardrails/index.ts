export { RULES } from './list';
export type { Programme, Rule, RuleFinding } from './rule';
export { runRules } from './run';
