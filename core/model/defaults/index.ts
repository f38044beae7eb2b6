export type { Complete, DefaultedField } from './complete';
export { defaultOf } from './default-of';
export { defaultsOf, withDefaults } from './with-defaults';
