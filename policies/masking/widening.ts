import type { WideningList } from '../plugin/widening-list';

/** The groups that rules apply to, and the rules. With old and new rules together, more fields are masked, never fewer. */
export const MASKING_WIDENING: readonly WideningList[] = [
  { plugin: 'partner-masking', path: 'groups' },
  { plugin: 'partner-masking', path: 'rules' },
];
