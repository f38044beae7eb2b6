export type { Complete, DefaultedField } from './complete';
export { defaultsOf, withDefaults } from './with-defaults';
