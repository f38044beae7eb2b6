/** Checks: everything that is found in a catalog. */
export { checkCatalog } from './check-catalog';
export { findings } from './findings';
export { checkGateways } from './gateway/check-gateways';
export { type Programme, RULES, type Rule, type RuleFinding, runRules } from './guardrails';
