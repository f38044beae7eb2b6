/** Checks: everything that is found in a catalog. */
export { findings } from './findings';
